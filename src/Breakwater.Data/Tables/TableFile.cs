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
    public static TableFile Open(string path) => Open(path, where: []);

    /// <param name="where">Columns and the texts that they must have: rows with others are not even read from disk where their order allows.</param>
    /// <exception cref="InvalidDataException">It is not a Parquet file, it cannot be read, or it has no such column.</exception>
    public static TableFile Open(string path, IReadOnlyList<(string Column, string Text)> where)
    {
        DuckDbConnection connection = DuckDbConnection.OpenInMemory(Path.GetTempPath(), threads: 1);
        try
        {
            return new TableFile(
                connection,
                connection.Query($"FROM read_parquet({Sql.Text(path)}){Condition(where)}")
            );
        }
        catch (DuckDbException refused)
        {
            connection.Dispose();
            throw new InvalidDataException($"{path}: {refused.Message}", refused);
        }
    }

    /// <summary>Of a column of numbers, without a box around it; NaN for a missing value.</summary>
    public double Number(int column) => _rows.Number(column);

    public bool Read() => _rows.Read();

    public void Dispose()
    {
        _rows.Dispose();
        _connection.Dispose();
    }

    private static string Condition(IReadOnlyList<(string Column, string Text)> where) =>
        where.Count == 0
            ? ""
            : " WHERE "
                + string.Join(" AND ", where.Select(test => $"{Sql.Name(test.Column)} = {Sql.Text(test.Text)}"));
}
