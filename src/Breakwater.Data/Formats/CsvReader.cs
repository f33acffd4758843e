using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Breakwater.Data;

/// <summary>Records of comma-separated text: one a line, fields quoted where they need it (RFC 4180 without line breaks in fields).</summary>
internal sealed class CsvReader : IRecordReader
{
    private readonly LineReader _lines;
    private readonly (int Start, int End)[] _fields;
    private readonly int _minimumFields;
    private readonly byte _separator;
    private byte[] _unquoted = [];
    private bool _isUnquoted;
    private int _fieldCount;

    /// <param name="names">Of the fields by position.</param>
    /// <param name="minimumFields">A line with fewer fields, or more than there are names, is no record.</param>
    public CsvReader(LineReader lines, IReadOnlyList<string> names, int minimumFields, byte separator)
    {
        _lines = lines;
        Names = names;
        _fields = new (int, int)[names.Count];
        _minimumFields = minimumFields;
        _separator = separator;
    }

    public IReadOnlyList<string> Names { get; }

    public long Line => _lines.Number;

    public string Problem { get; private set; } = "";

    public ReadOnlySpan<byte> Raw => _lines.Line;

    public RecordStatus Read()
    {
        do
        {
            if (!_lines.Read())
            {
                return RecordStatus.End;
            }
        } while (_lines.Line.IsEmpty);

        if (_lines.IsTooLong)
        {
            Problem = $"the line is longer than {LineReader.MaximumLength} bytes";
            return RecordStatus.Bad;
        }

        bool split = _lines.Line.IndexOf((byte)'"') < 0 ? SplitPlain() : SplitQuoted();
        return split ? RecordStatus.Record : RecordStatus.Bad;
    }

    public ReadOnlySpan<byte> Field(int index)
    {
        if (index >= _fieldCount)
        {
            return [];
        }

        (int start, int end) = _fields[index];
        return _isUnquoted ? _unquoted.AsSpan(start, end - start) : _lines.Line[start..end];
    }

    /// <summary>Splits a header line, where every field is wanted as text.</summary>
    public static IReadOnlyList<string> SplitHeader(ReadOnlySpan<byte> line, byte separator)
    {
        string text = Encoding.UTF8.GetString(line).TrimStart('\uFEFF');
        return [.. text.Split((char)separator).Select(name => name.Trim().Trim('"'))];
    }

    private bool SplitPlain()
    {
        _isUnquoted = false;
        _fieldCount = 0;
        ReadOnlySpan<byte> line = _lines.Line;
        Vector256<byte> separators = Vector256.Create(_separator);
        int start = 0;
        int block = 0;
        for (; block <= line.Length - Vector256<byte>.Count; block += Vector256<byte>.Count)
        {
            Vector256<byte> found = Vector256.Equals(Vector256.Create(line[block..]), separators);
            for (uint places = found.ExtractMostSignificantBits(); places != 0; places &= places - 1)
            {
                if (!EndField(ref start, block + BitOperations.TrailingZeroCount(places)))
                {
                    return Refuse("more");
                }
            }
        }

        for (; block < line.Length; block++)
        {
            if (line[block] == _separator && !EndField(ref start, block))
            {
                return Refuse("more");
            }
        }

        return EndField(ref start, line.Length) ? Accept(_fieldCount) : Refuse("more");
    }

    private bool EndField(ref int start, int end)
    {
        if (_fieldCount == _fields.Length)
        {
            return false;
        }

        _fields[_fieldCount++] = (start, end);
        start = end + 1;
        return true;
    }

    private bool SplitQuoted()
    {
        _isUnquoted = true;
        ReadOnlySpan<byte> line = _lines.Line;
        if (_unquoted.Length < line.Length)
        {
            _unquoted = new byte[line.Length];
        }

        int count = 0;
        int written = 0;
        int position = 0;
        while (count < _fields.Length)
        {
            int start = written;
            if (!CopyField(line, ref position, ref written))
            {
                Problem = "a quote is not closed";
                return false;
            }

            _fields[count++] = (start, written);
            if (position >= line.Length)
            {
                return Accept(count);
            }

            position++;
        }

        return Refuse("more");
    }

    /// <summary>Copies up to the next separator outside quotes, which <paramref name="position"/> then points at.</summary>
    private bool CopyField(ReadOnlySpan<byte> line, ref int position, ref int written)
    {
        bool quoted = false;
        for (; position < line.Length && (quoted || line[position] != _separator); position++)
        {
            bool isQuote = line[position] == '"';
            bool isEscaped = isQuote && quoted && position + 1 < line.Length && line[position + 1] == '"';
            if (isQuote && !isEscaped)
            {
                quoted = !quoted;
                continue;
            }

            _unquoted[written++] = line[position];
            position += isEscaped ? 1 : 0;
        }

        return !quoted;
    }

    private bool Accept(int count)
    {
        _fieldCount = count;
        return count >= _minimumFields || Refuse(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private bool Refuse(string found)
    {
        string wanted = _minimumFields == Names.Count ? $"{Names.Count}" : $"{_minimumFields} to {Names.Count}";
        Problem = $"{found} fields where {wanted} are expected";
        return false;
    }
}
