using Npgsql;

namespace Breakwater.Data;

internal sealed class PostgresResult(NpgsqlDataReader reader) : IQueryResult
{
    public IReadOnlyList<string> Columns { get; } = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];

    public object? this[int column] =>
        reader.GetValue(column) switch
        {
            DBNull => null,
            short or int => Convert.ToInt64(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture),
            float single => (double)single,
            decimal exact => (double)exact,
            DateTime day when reader.GetDataTypeName(column) is "date" => DateOnly.FromDateTime(day),
            var value => value,
        };

    public bool Read() => reader.Read();

    public void Dispose() => reader.Dispose();
}
