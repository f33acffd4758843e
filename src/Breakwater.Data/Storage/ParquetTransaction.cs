using System.Globalization;

namespace Breakwater.Data;

/// <summary>Rows gather in memory, spill into pieces, and are merged beside the store before each file is renamed into place.</summary>
internal sealed class ParquetTransaction : IStoreTransaction
{
    internal const string Compressed = "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)";

    // Read once and deleted: looking for repeated values would cost more than it saves.
    internal const string Uncompressed = "(FORMAT parquet, COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 0)";

    private const int RowsInMemory = 500_000;
    private const int TablesInMemory = 256;

    private readonly ParquetStore _store;
    private readonly string _staging;
    private readonly FileStream _hold;
    private readonly DuckDbConnection _connection;
    private readonly Dictionary<Partition, Stage> _stages = [];
    private readonly List<Partition> _order = [];
    private int _rowsInMemory;
    private int _tablesInMemory;
    private int _named;

    public ParquetTransaction(ParquetStore store, string staging, FileStream hold, int threads)
    {
        _store = store;
        _staging = staging;
        _hold = hold;
        _connection = DuckDbConnection.OpenInMemory(Path.Combine(staging, "spill"), threads: threads);
    }

    public void Append(Partition partition, RowBatch batch, bool isOrdered)
    {
        if (!_stages.TryGetValue(partition, out Stage? stage))
        {
            stage = new Stage(batch.Schema);
            _stages.Add(partition, stage);
            _order.Add(partition);
        }

        if (stage.Appender is null)
        {
            OpenTable(stage);
        }

        stage.Appender!.Append(batch);
        stage.Rows += batch.Count;
        stage.IsOrdered &= isOrdered;
        _rowsInMemory += batch.Count;
        if (_rowsInMemory >= RowsInMemory || _tablesInMemory >= TablesInMemory)
        {
            SpillAll();
        }
    }

    public CommitSummary Commit()
    {
        long appended = 0;
        long added = 0;
        foreach (Partition partition in _order)
        {
            Stage stage = _stages[partition];
            appended += stage.Rows;
            added += Publish(partition, stage);
        }

        int partitions = _order.Count;
        _stages.Clear();
        _order.Clear();
        return new CommitSummary(partitions, appended, added);
    }

    public void Dispose()
    {
        foreach (Partition partition in _order)
        {
            _stages[partition].Appender?.Dispose();
        }

        _connection.Dispose();
        Directory.Delete(_staging, recursive: true);
        _hold.Dispose();
    }

    private void OpenTable(Stage stage)
    {
        stage.Table = NewName("stage");
        IEnumerable<string> columns = stage.Schema.Columns.Select(column =>
            $"{column.Name} {Sql.DuckDbType(column.Type)}"
        );
        _connection.Execute($"CREATE TABLE {stage.Table} ({string.Join(", ", columns)})");
        stage.Appender = new DuckDbAppender(_connection, stage.Table);
        _tablesInMemory++;
    }

    private void SpillAll()
    {
        foreach (Partition partition in _order)
        {
            Spill(_stages[partition]);
        }

        _rowsInMemory = 0;
    }

    private void Spill(Stage stage)
    {
        if (stage.Appender is not null)
        {
            string piece = Path.Combine(_staging, NewName("piece") + ".parquet");
            CopyTable(stage, piece, Uncompressed);
            stage.Pieces.Add(piece);
        }
    }

    /// <summary>Writes the rows in memory to a file, and lets go of them.</summary>
    private void CopyTable(Stage stage, string file, string options)
    {
        stage.Appender!.Flush();
        stage.Appender.Dispose();
        stage.Appender = null;
        _connection.Execute($"COPY {stage.Table} TO {Sql.Text(file)} {options}");
        _connection.Execute($"DROP TABLE {stage.Table}");
        _tablesInMemory--;
    }

    private long Publish(Partition partition, Stage stage)
    {
        string target = _store.PathOf(partition);
        string prepared = Path.Combine(_staging, NewName("ready") + ".parquet");
        bool exists = File.Exists(target);
        long before = exists ? Count(target) : 0;
        if (!exists && stage.IsOrdered)
        {
            WriteAsGiven(stage, prepared);
        }
        else
        {
            Spill(stage);
            var merge = new PartitionMerge(_connection, stage.Schema, exists ? target : null, stage.Pieces);
            merge.Write(prepared, before + stage.Rows);
        }

        long after = Count(prepared);
        bool isWhole = exists || !stage.IsOrdered ? after >= before : after == stage.Rows;
        if (!isWhole)
        {
            throw new InvalidOperationException(
                $"{partition}: {after} rows were written of {before} stored and {stage.Rows} new ones"
            );
        }

        Rename(prepared, target);
        return after - before;
    }

    private void WriteAsGiven(Stage stage, string file)
    {
        if (stage.Pieces.Count == 0)
        {
            CopyTable(stage, file, Compressed);
            return;
        }

        Spill(stage);
        _connection.Execute(
            $"COPY (SELECT * FROM read_parquet({Sql.List(stage.Pieces)})) TO {Sql.Text(file)} {Compressed}"
        );
    }

    private long Count(string file)
    {
        using DuckDbResult result = _connection.Query($"SELECT count(*) FROM read_parquet({Sql.Text(file)})");
        result.Read();
        return (long)result[0]!;
    }

    /// <summary>Whoever reads sees the old file or the new one, also after a crash of the machine.</summary>
    private static void Rename(string prepared, string target)
    {
        using (FileStream file = File.Open(prepared, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(prepared, target, overwrite: true);
    }

    private string NewName(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{_named++}");

    private sealed class Stage(Schema schema)
    {
        public Schema Schema { get; } = schema;

        public string Table { get; set; } = "";

        public DuckDbAppender? Appender { get; set; }

        public List<string> Pieces { get; } = [];

        public long Rows { get; set; }

        public bool IsOrdered { get; set; } = true;
    }
}
