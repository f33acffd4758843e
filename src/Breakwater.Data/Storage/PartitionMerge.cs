using System.Globalization;

namespace Breakwater.Data;

/// <summary>Joins the rows that a partition has with those that come to it.</summary>
/// <remarks>
/// Rows come in order of time, then stored before new, then as given. Where equal rows are not one observation, the n-th of them
/// in one source is the n-th in the other. Equal rows have equal times, so a large partition is merged one slice of time after
/// the other, in memory that does not grow with it.
/// </remarks>
/// <param name="stored">Null where the partition is new.</param>
internal sealed class PartitionMerge(
    DuckDbConnection connection,
    Schema schema,
    string? stored,
    IReadOnlyList<string> pieces
)
{
    private const long RowsPerSlice = 1_000_000;

    private readonly string _names = Sql.Names(schema);

    /// <param name="rows">How many there are in all sources.</param>
    public void Write(string file, long rows)
    {
        if (rows <= RowsPerSlice)
        {
            Write(file, ParquetTransaction.Compressed, from: null, to: null);
            return;
        }

        List<string> slices = WriteSlices(file, (int)(rows / RowsPerSlice) + 1);
        connection.Execute(
            $"COPY (SELECT * FROM read_parquet({Sql.List(slices)})) TO {Sql.Text(file)} {ParquetTransaction.Compressed}"
        );
        slices.ForEach(File.Delete);
    }

    private List<string> WriteSlices(string file, int count)
    {
        List<long> bounds = Bounds(count);
        var slices = new List<string>();
        for (int slice = 0; slice <= bounds.Count; slice++)
        {
            long? from = slice == 0 ? null : bounds[slice - 1];
            long? to = slice == bounds.Count ? null : bounds[slice];
            slices.Add(string.Create(CultureInfo.InvariantCulture, $"{file}.{slice}"));
            Write(slices[^1], ParquetTransaction.Uncompressed, from, to);
        }

        return slices;
    }

    /// <summary>Times that cut the rows into about equal shares; fewer where many rows have one time.</summary>
    private List<long> Bounds(int count)
    {
        IEnumerable<string> shares = Enumerable
            .Range(1, count - 1)
            .Select(share => ((double)share / count).ToString(CultureInfo.InvariantCulture));
        using DuckDbResult result = connection.Query(
            $"""
            SELECT unnest(approx_quantile(epoch_us(time), [{string.Join(", ", shares)}]))::BIGINT
            FROM read_parquet({Sql.List([.. Sources().Select(source => source.Path)])})
            """
        );
        var bounds = new SortedSet<long>();
        while (result.Read())
        {
            bounds.Add((long)result[0]!);
        }

        return [.. bounds];
    }

    private void Write(string file, string options, long? from, long? to)
    {
        string occurrence = schema.IdentifiesRows ? "1" : $"row_number() OVER (PARTITION BY {_names}, source)";
        string rows = string.Join(" UNION ALL ", Sources().Select((source, index) => Select(source, index, from, to)));
        connection.Execute(
            $"""
            COPY (
              SELECT {_names} FROM (
                SELECT {_names}, occurrence, min(place) AS place
                FROM (SELECT *, {occurrence} AS occurrence FROM ({rows}))
                GROUP BY {_names}, occurrence)
              ORDER BY time, place
            ) TO {Sql.Text(file)} {options}
            """
        );
    }

    private string Select((string Path, int Origin) source, int index, long? from, long? to) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT {_names}, {source.Origin} AS source, {index} * 1000000000000 + file_row_number AS place
            FROM read_parquet({Sql.Text(source.Path)}, file_row_number = true, hive_partitioning = false)
            WHERE time >= make_timestamp({from ?? TimeText.Earliest}) AND time < make_timestamp({to ?? TimeText.Latest})
            """
        );

    private IEnumerable<(string Path, int Origin)> Sources()
    {
        if (stored is not null)
        {
            yield return (stored, 0);
        }

        foreach (string piece in pieces)
        {
            yield return (piece, 1);
        }
    }
}
