using System.Globalization;

namespace Breakwater.Data;

/// <summary>A folder of Parquet files, one a partition, read and written by DuckDB in this process.</summary>
/// <remarks><code>
/// store/venue=binance/instrument=BTCUSDT/kind=trades/day=2025-10-10/rows.parquet
/// store/venue=us-etf/instrument=BTC/kind=fund_flows/year=2025/rows.parquet
/// store/.staging/    what an import is about to rename into place; leftovers of a killed one are removed by the next
/// </code></remarks>
public sealed class ParquetStore : IMarketStore
{
    internal const string FileName = "rows.parquet";
    private const string StagingFolder = ".staging";

    private readonly int _threads;
    private DuckDbConnection? _queries;

    /// <param name="threads">How many DuckDB may use; 0 for as many as there are processors.</param>
    public ParquetStore(string folder, int threads = 0)
    {
        Folder = Path.GetFullPath(folder);
        _threads = threads;
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    /// <summary>Files that one change may have open.</summary>
    internal int LargestOpenCount { get; init; } = 512;

    public IStoreTransaction Begin()
    {
        FileStream hold = File.Open(
            Path.Combine(Folder, ".lock"),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );
        string staging = Path.Combine(Folder, StagingFolder);
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        Directory.CreateDirectory(staging);
        return new ParquetTransaction(this, staging, hold, _threads);
    }

    public IReadOnlyList<StoredPartition> Partitions()
    {
        var found = new List<StoredPartition>();
        foreach (string file in Files())
        {
            string sql = string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT count(*) FROM read_parquet({Sql.Text(file)})"
            );
            using DuckDbResult count = Connect().Query(sql);
            count.Read();
            found.Add(new StoredPartition(PartitionOf(file), (long)count[0]!));
        }

        return found;
    }

    public IQueryResult Query(string sql)
    {
        DuckDbConnection connection = Connect();
        DefineViews(connection);
        try
        {
            return connection.Stream(sql);
        }
        catch (DuckDbException refused)
        {
            throw new StoreQueryException(refused.Message, refused);
        }
    }

    public void Dispose()
    {
        _queries?.Dispose();
        _queries = null;
    }

    internal string PathOf(Partition partition) =>
        Path.Combine(
            Folder,
            "venue=" + Uri.EscapeDataString(partition.Venue),
            "instrument=" + Uri.EscapeDataString(partition.Instrument),
            "kind=" + partition.Kind,
            PeriodFolder(partition),
            FileName
        );

    private static string PeriodFolder(Partition partition) =>
        PartitionPeriod.Of(partition.View).IsYear
            ? partition.Day.ToString("'year='yyyy", CultureInfo.InvariantCulture)
            : partition.Day.ToString("'day='yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Partition PartitionOf(string file)
    {
        string[] parts = [.. Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar).TakeLast(4).Select(Value)];
        return new Partition(
            parts[0],
            parts[1],
            parts[2],
            DateOnly.ParseExact(parts[3], ["yyyy-MM-dd", "yyyy"], CultureInfo.InvariantCulture)
        );
    }

    private static string Value(string folder) => Uri.UnescapeDataString(folder[(folder.IndexOf('=') + 1)..]);

    private IEnumerable<string> Files() =>
        Directory
            .EnumerateDirectories(Folder, "venue=*")
            .SelectMany(venue => Directory.EnumerateFiles(venue, FileName, SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);

    private DuckDbConnection Connect() =>
        _queries ??= DuckDbConnection.OpenInMemory(
            Path.Combine(Path.GetTempPath(), "breakwater-duckdb"),
            threads: _threads
        );

    private void DefineViews(DuckDbConnection connection)
    {
        var kinds = Files().Select(file => PartitionOf(file).View).ToHashSet(StringComparer.Ordinal);
        foreach ((string view, Schema schema) in StoreViews.All)
        {
            string rows = kinds.Contains(view) ? FromFiles(view, schema) : NoRows(schema);
            connection.Execute($"CREATE OR REPLACE VIEW {view} AS {rows}");
        }
    }

    private string FromFiles(string view, Schema schema)
    {
        bool isYear = PartitionPeriod.Of(view).IsYear;
        string kind = schema == Schemas.Bars ? view + "-*" : view;
        string pattern = Path.Combine(
            Folder,
            "venue=*",
            "instrument=*",
            "kind=" + kind,
            isYear ? "year=*" : "day=*",
            FileName
        );
        string columns = isYear ? "* EXCLUDE (year), CAST(time AS DATE) AS day" : "*";
        string period = isYear ? "year: INTEGER" : "day: DATE";
        return $"SELECT {columns} FROM read_parquet({Sql.Text(pattern)}, hive_partitioning = true, "
            + $"hive_types = {{venue: VARCHAR, instrument: VARCHAR, kind: VARCHAR, {period}}})";
    }

    private static string NoRows(Schema schema)
    {
        IEnumerable<string> columns = schema.Columns.Select(column =>
            $"NULL::{Sql.DuckDbType(column.Type)} AS {column.Name}"
        );
        return $"SELECT {string.Join(", ", columns)}, NULL::VARCHAR AS venue, NULL::VARCHAR AS instrument, "
            + "NULL::VARCHAR AS kind, NULL::DATE AS day WHERE false";
    }
}
