namespace Breakwater.Data;

/// <summary>Opens the reader that a format needs.</summary>
internal static class RecordReaders
{
    public static IRecordReader Open(Stream stream, Format format, SourceSample sample) =>
        sample.ParquetPath is { } path ? ParquetReader.Open(path)
        : format.Container == Container.Csv ? OpenCsv(stream, format, sample)
        : OpenJson(stream, format);

    public static IRecordReader OpenJson(Stream stream, Format format) =>
        format.Container == Container.JsonLines
            ? new JsonLinesReader(new LineReader(stream), format.Positions, format.RecordDepth)
            : new JsonDocumentReader(stream, format.Positions, format.RecordDepth);

    private static CsvReader OpenCsv(Stream stream, Format format, SourceSample sample)
    {
        var lines = new LineReader(stream);
        bool headerless = format.Positions.Count > 0 && format.LooksRight?.Invoke(sample.Header) == true;
        if (headerless)
        {
            return new CsvReader(lines, format.Positions, format.MinimumFields, sample.Separator);
        }

        for (int line = 0; line <= sample.LinesBeforeHeader && lines.Read(); line++) { }
        return new CsvReader(lines, sample.Header, sample.Header.Count, sample.Separator);
    }
}
