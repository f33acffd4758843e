namespace Breakwater.Data;

/// <summary>The beginning of a file, for telling what it is.</summary>
internal sealed class SourceSample
{
    private const int Size = 1 << 16;
    private const byte Comma = (byte)',';
    private const byte Semicolon = (byte)';';

    private readonly byte[] _bytes;

    private SourceSample(byte[] bytes, string? parquetPath)
    {
        _bytes = bytes;
        ParquetPath = parquetPath;
        if (parquetPath is not null)
        {
            using ParquetReader rows = ParquetReader.Open(parquetPath);
            Header = rows.Names;
            return;
        }

        ReadOnlySpan<byte> text = bytes;
        text = text.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        IsJson = text.Length > 0 && text[0] is (byte)'{' or (byte)'[';
        ReadHeader();
    }

    public bool IsJson { get; }

    /// <summary>The fields of the first line that has any separator.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Lines before the header, such as the address that some sites put first.</summary>
    public int LinesBeforeHeader { get; private set; }

    public byte Separator { get; private set; } = Comma;

    /// <summary>Where the file is Parquet, which is read by place and not as a stream; else null.</summary>
    public string? ParquetPath { get; }

    /// <summary>Reads the beginning; <paramref name="whole"/> then gives the file from its start.</summary>
    /// <exception cref="FormatMismatchException">A Parquet file lies in an archive.</exception>
    public static SourceSample Take(SourceEntry entry, out Stream whole)
    {
        var bytes = new byte[Size];
        int read = entry.Content.ReadAtLeast(bytes, Size, throwOnEndOfStream: false);
        Array.Resize(ref bytes, read);
        whole = new ReplayStream(bytes, entry.Content);
        bool isParquet = bytes.AsSpan().StartsWith("PAR1"u8);
        if (isParquet && !entry.IsPlain)
        {
            throw new FormatMismatchException($"{entry.Location}: a Parquet file in an archive; unpack it first");
        }

        return new SourceSample(bytes, isParquet ? entry.Location : null);
    }

    /// <summary>A reader over the sample alone.</summary>
    public Stream Open() => new MemoryStream(_bytes, writable: false);

    /// <summary>The fields that a JSON format wants, of the first record; all empty where there is none.</summary>
    public IReadOnlyList<string> FirstJsonRecord(Format format)
    {
        IRecordReader reader = RecordReaders.OpenJson(Open(), format);
        bool found = reader.Read() == RecordStatus.Record;
        return
        [
            .. format.Positions.Select(
                (_, field) => found ? System.Text.Encoding.UTF8.GetString(reader.Field(field)) : ""
            ),
        ];
    }

    private void ReadHeader()
    {
        if (IsJson)
        {
            return;
        }

        var lines = new LineReader(Open());
        while (LinesBeforeHeader < 3 && lines.Read())
        {
            Separator = lines.Line.Contains(Comma) || !lines.Line.Contains(Semicolon) ? Comma : Semicolon;
            Header = CsvReader.SplitHeader(lines.Line, Separator);
            if (Header.Count > 1)
            {
                return;
            }

            LinesBeforeHeader++;
        }

        Header = [];
    }

    private sealed class ReplayStream(byte[] beginning, Stream rest) : ForwardStream
    {
        private int _given;

        public override int Read(Span<byte> buffer)
        {
            if (_given == beginning.Length)
            {
                return rest.Read(buffer);
            }

            int count = Math.Min(buffer.Length, beginning.Length - _given);
            beginning.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
            return count;
        }
    }
}
