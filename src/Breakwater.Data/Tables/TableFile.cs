namespace Breakwater.Data;

/// <summary>A written table, to be read again.</summary>
public sealed class TableFile : IQueryResult
{
    private readonly DuckDbConnection _connection;
    private readonly DuckDbResult _rows;

    private TableFile(DuckDbConnection connection, DuckDbResult rows)
    {
        _connection = connection;
        _rows = rows;
    }

    public IReadOnlyList<string> Columns => _rows.Columns;

    public object? this[int column] => _rows[column];

    /// <exception cref="InvalidDataException">It is not a Parquet file, or cannot be read.</exception>
    public static TableFile Open(string path)
    {
        DuckDbConnection connection = DuckDbConnection.OpenInMemory(Path.GetTempPath(), threads: 1);
        try
        {
            return new TableFile(connection, connection.Query($"FROM read_parquet({Sql.Text(path)})"));
        }
        catch (DuckDbException refused)
        {
            connection.Dispose();
            throw new InvalidDataException($"{path}: {refused.Message}", refused);
        }
    }

    public bool Read() => _rows.Read();

    public void Dispose()
    {
        _rows.Dispose();
        _connection.Dispose();
    }
}
