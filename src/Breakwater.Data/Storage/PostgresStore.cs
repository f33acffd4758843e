using Npgsql;

namespace Breakwater.Data;

/// <summary>Market data in PostgreSQL, for deployments that share it: one table per kind.</summary>
public sealed class PostgresStore : IMarketStore
{
    /// <summary>Any number that other programs do not use as an advisory lock in the same database.</summary>
    private const long LockNumber = 0x62726561_6B776174;

    private readonly NpgsqlDataSource _source;
    private NpgsqlConnection? _queries;

    /// <param name="address">As Npgsql takes it: <c>Host=...;Username=...;Database=...</c>.</param>
    public PostgresStore(string address)
    {
        _source = NpgsqlDataSource.Create(address);
        using NpgsqlConnection connection = _source.OpenConnection();
        foreach ((string view, Schema schema) in StoreViews.All)
        {
            Execute(connection, Definition(view, schema));
        }
    }

    public IStoreTransaction Begin()
    {
        NpgsqlConnection connection = _source.OpenConnection();
        using NpgsqlCommand hold = connection.CreateCommand();
        hold.CommandText = "SELECT pg_try_advisory_lock($1)";
        hold.Parameters.Add(new NpgsqlParameter { Value = LockNumber });
        if (hold.ExecuteScalar() is not true)
        {
            connection.Dispose();
            throw new IOException("another process is changing the store");
        }

        return new PostgresTransaction(connection, LockNumber);
    }

    public IReadOnlyList<StoredPartition> Partitions()
    {
        IEnumerable<string> counts = StoreViews.All.Select(pair =>
            $"SELECT venue, instrument, kind, {Period(pair.View)}, count(*) FROM {pair.View} GROUP BY 1, 2, 3, 4"
        );
        using IQueryResult rows = Query($"{string.Join(" UNION ALL ", counts)} ORDER BY 1, 2, 3, 4");
        var found = new List<StoredPartition>();
        while (rows.Read())
        {
            var partition = new Partition((string)rows[0]!, (string)rows[1]!, (string)rows[2]!, (DateOnly)rows[3]!);
            found.Add(new StoredPartition(partition, (long)rows[4]!));
        }

        return found;
    }

    public IQueryResult Query(string sql)
    {
        _queries ??= _source.OpenConnection();
        using NpgsqlCommand command = _queries.CreateCommand();
        command.CommandText = sql;
        try
        {
            return new PostgresResult(command.ExecuteReader());
        }
        catch (PostgresException refused)
        {
            throw new StoreQueryException(refused.MessageText, refused);
        }
    }

    public void Dispose()
    {
        _queries?.Dispose();
        _source.Dispose();
    }

    internal static void Execute(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static string Definition(Schema schema)
    {
        IEnumerable<string> columns = schema.Columns.Select(column => $"{column.Name} {Sql.PostgresType(column.Type)}");
        return "venue text NOT NULL, instrument text NOT NULL, kind text NOT NULL, day date NOT NULL, "
            + string.Join(", ", columns);
    }

    private static string Period(string view) =>
        PartitionPeriod.Of(view).IsYear ? "date_trunc('year', day)::date" : "day";

    private static string Definition(string view, Schema schema) =>
        $"""
            CREATE TABLE IF NOT EXISTS {view} ({Definition(schema)});
            CREATE INDEX IF NOT EXISTS {view}_by_partition ON {view} (venue, instrument, kind, day, time)
            """;
}
