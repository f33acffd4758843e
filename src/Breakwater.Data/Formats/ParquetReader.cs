namespace Breakwater.Data;

/// <summary>Rows of a Parquet file, each value as text, so that it is judged as one of a CSV is.</summary>
internal sealed class ParquetReader : IRecordReader, IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly DuckDbResult _rows;

    private ParquetReader(DuckDbConnection connection, DuckDbResult rows, long count)
    {
        _connection = connection;
        _rows = rows;
        Count = count;
    }

    public IReadOnlyList<string> Names => _rows.Columns;

    /// <summary>Rows of the file.</summary>
    public long Count { get; }

    /// <summary>The number of the row, from 1.</summary>
    public long Line { get; private set; }

    public string Problem => "";

    public ReadOnlySpan<byte> Raw => System.Text.Encoding.UTF8.GetBytes(string.Join(',', Texts()));

    /// <exception cref="InvalidDataException">The file cannot be read as Parquet.</exception>
    public static ParquetReader Open(string path)
    {
        DuckDbConnection connection = DuckDbConnection.OpenInMemory(Path.GetTempPath(), threads: 1);
        try
        {
            long count = CountOf(connection, path);
            string rows = $"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet({Sql.Text(path)})";
            return new ParquetReader(connection, connection.Stream(rows), count);
        }
        catch (DuckDbException refused)
        {
            connection.Dispose();
            throw new InvalidDataException($"{path}: {refused.Message}", refused);
        }
    }

    public RecordStatus Read()
    {
        try
        {
            if (!_rows.Read())
            {
                return RecordStatus.End;
            }
        }
        catch (DuckDbException broken)
        {
            throw new InvalidDataException(FormattableString.Invariant($"row {Line + 1}: {broken.Message}"), broken);
        }

        Line++;
        return RecordStatus.Record;
    }

    public ReadOnlySpan<byte> Field(int index) => _rows.Utf8(index);

    public void Dispose()
    {
        _rows.Dispose();
        _connection.Dispose();
    }

    private static long CountOf(DuckDbConnection connection, string path)
    {
        using DuckDbResult result = connection.Query($"SELECT count(*) FROM read_parquet({Sql.Text(path)})");
        result.Read();
        return (long)result[0]!;
    }

    private IEnumerable<object?> Texts() => Names.Select((_, column) => _rows[column]);
}
