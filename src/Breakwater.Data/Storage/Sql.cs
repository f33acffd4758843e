namespace Breakwater.Data;

/// <summary>Pieces of SQL.</summary>
internal static class Sql
{
    public static string Text(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string Name(string value) => "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string List(IEnumerable<string> values) => "[" + string.Join(", ", values.Select(Text)) + "]";

    public static string DuckDbType(ColumnType type) =>
        type switch
        {
            ColumnType.Time => "TIMESTAMP",
            ColumnType.Number => "DOUBLE",
            _ => "VARCHAR",
        };

    public static string PostgresType(ColumnType type) =>
        type switch
        {
            ColumnType.Time => "timestamp",
            ColumnType.Number => "double precision",
            _ => "text",
        };

    public static string Names(Schema schema) => string.Join(", ", schema.Columns.Select(column => column.Name));
}
