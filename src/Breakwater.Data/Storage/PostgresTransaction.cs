using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Breakwater.Data;

/// <summary>Rows gather in temporary tables and are merged in one database transaction.</summary>
internal sealed class PostgresTransaction(NpgsqlConnection connection, long lockNumber) : IStoreTransaction
{
    private const string Place = "venue, instrument, kind, day";

    private readonly SortedDictionary<string, Schema> _incoming = new(StringComparer.Ordinal);
    private readonly HashSet<Partition> _partitions = [];
    private long _rows;

    public void Append(Partition partition, RowBatch batch, bool isOrdered)
    {
        string view = partition.View;
        if (_incoming.TryAdd(view, batch.Schema))
        {
            PostgresStore.Execute(
                connection,
                $"CREATE TEMPORARY TABLE incoming_{view} ({PostgresStore.Definition(batch.Schema)}, place bigserial)"
            );
        }

        _partitions.Add(partition);
        _rows += batch.Count;
        Copy(partition, batch);
    }

    public CommitSummary Commit()
    {
        long added = 0;
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        foreach ((string view, Schema schema) in _incoming)
        {
            using NpgsqlCommand merge = connection.CreateCommand();
            merge.CommandText = Merge(view, schema);
            merge.CommandTimeout = 0;
            added += merge.ExecuteNonQuery();
        }

        transaction.Commit();
        return new CommitSummary(_partitions.Count, _rows, added);
    }

    public void Dispose()
    {
        foreach (string view in _incoming.Keys)
        {
            PostgresStore.Execute(connection, $"DROP TABLE incoming_{view}");
        }

        PostgresStore.Execute(
            connection,
            string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_unlock({lockNumber})")
        );
        connection.Dispose();
    }

    private static string Merge(string view, Schema schema)
    {
        string names = $"{Place}, {Sql.Names(schema)}";
        string onlyFirst = schema.IdentifiesRows ? "WHERE occurrence = 1" : "";
        string places = $"({Place}) IN (SELECT DISTINCT {Place} FROM incoming_{view})";
        return $"""
            INSERT INTO {view} ({names})
            SELECT {names} FROM (
              SELECT {names}, occurrence FROM (
                SELECT {names}, row_number() OVER (PARTITION BY {names}) AS occurrence FROM incoming_{view}) AS given
              {onlyFirst}
              EXCEPT
              SELECT {names}, row_number() OVER (PARTITION BY {names}) FROM {view} WHERE {places}) AS new
            ORDER BY time
            """;
    }

    private void Copy(Partition partition, RowBatch batch)
    {
        string target = $"incoming_{partition.View} ({Place}, {Sql.Names(batch.Schema)})";
        using NpgsqlBinaryImporter writer = connection.BeginBinaryImport($"COPY {target} FROM STDIN (FORMAT BINARY)");
        for (int row = 0; row < batch.Count; row++)
        {
            writer.StartRow();
            writer.Write(partition.Venue, NpgsqlDbType.Text);
            writer.Write(partition.Instrument, NpgsqlDbType.Text);
            writer.Write(partition.Kind, NpgsqlDbType.Text);
            writer.Write(
                DateOnly.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(batch.Times()[row])),
                NpgsqlDbType.Date
            );
            for (int column = 0; column < batch.Schema.Columns.Count; column++)
            {
                Write(writer, batch, column, row);
            }
        }

        writer.Complete();
    }

    private static void Write(NpgsqlBinaryImporter writer, RowBatch batch, int column, int row)
    {
        switch (batch.Schema.Columns[column].Type)
        {
            case ColumnType.Time:
                writer.Write(
                    DateTime.SpecifyKind(
                        DateTime.UnixEpoch.AddMicroseconds(batch.Times()[row]),
                        DateTimeKind.Unspecified
                    ),
                    NpgsqlDbType.Timestamp
                );
                break;
            case ColumnType.Number when !double.IsNaN(batch.Numbers(column)[row]):
                writer.Write(batch.Numbers(column)[row], NpgsqlDbType.Double);
                break;
            case ColumnType.Text when !batch.Text(column, row).IsEmpty:
                writer.Write(Encoding.UTF8.GetString(batch.Text(column, row)), NpgsqlDbType.Text);
                break;
            default:
                writer.WriteNull();
                break;
        }
    }
}
