using System.Globalization;

namespace Breakwater.Data;

/// <summary>Rows go into files beside the store, which are renamed into place, or merged with what is there.</summary>
internal sealed class ParquetTransaction : IStoreTransaction
{
    internal const string Compressed = "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)";

    // Read once and deleted: looking for repeated values would cost more than it saves.
    internal const string Uncompressed = "(FORMAT parquet, COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 0)";

    private const int RowsInMemory = 500_000;

    private readonly ParquetStore _store;
    private readonly string _staging;
    private readonly FileStream _hold;
    private readonly DuckDbConnection _connection;
    private readonly Dictionary<Partition, Stage> _stages = [];
    private readonly List<Partition> _order = [];
    private readonly List<Stage> _open = [];
    private int _rowsInMemory;
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

        PartitionFile file = stage.File ?? Open(stage);
        _rowsInMemory -= file.RowsInMemory;
        file.Append(batch);
        _rowsInMemory += file.RowsInMemory;
        stage.Rows += batch.Count;
        stage.IsOrdered &= isOrdered;
        if (_rowsInMemory >= RowsInMemory)
        {
            _open.ForEach(open => open.File!.EndGroup());
            _rowsInMemory = 0;
        }
    }

    public CommitSummary Commit()
    {
        CloseAll();
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
        _open.ForEach(open => open.File!.Dispose());
        _connection.Dispose();
        Directory.Delete(_staging, recursive: true);
        _hold.Dispose();
    }

    private PartitionFile Open(Stage stage)
    {
        if (_open.Count == _store.LargestOpenCount)
        {
            CloseAll();
        }

        _open.Add(stage);
        return stage.Open(NewFile("piece"));
    }

    private void CloseAll()
    {
        _open.ForEach(open => open.Close());
        _open.Clear();
        _rowsInMemory = 0;
    }

    private long Publish(Partition partition, Stage stage)
    {
        string target = _store.PathOf(partition);
        bool exists = File.Exists(target);
        bool isAsGiven = !exists && stage.IsOrdered;
        long before = exists ? Count(target) : 0;
        string prepared = isAsGiven ? Join(stage.Pieces) : Merge(stage, exists ? target : null, before + stage.Rows);
        long after = Count(prepared);
        bool isWhole = isAsGiven ? after == stage.Rows : after >= before;
        if (!isWhole)
        {
            throw new InvalidOperationException(
                $"{partition}: {after} rows were written of {before} stored and {stage.Rows} new ones"
            );
        }

        Rename(prepared, target);
        return after - before;
    }

    private string Join(List<string> pieces)
    {
        if (pieces.Count == 1)
        {
            return pieces[0];
        }

        string joined = NewFile("joined");
        _connection.Execute(
            $"COPY (SELECT * FROM read_parquet({Sql.List(pieces)})) TO {Sql.Text(joined)} {Compressed}"
        );
        return joined;
    }

    private string Merge(Stage stage, string? stored, long rows)
    {
        string merged = NewFile("merged");
        new PartitionMerge(_connection, stage.Schema, stored, stage.Pieces).Write(merged, rows);
        return merged;
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

    private string NewFile(string prefix) =>
        Path.Combine(_staging, string.Create(CultureInfo.InvariantCulture, $"{prefix}_{_named++}.parquet"));

    private sealed class Stage(Schema schema)
    {
        public Schema Schema { get; } = schema;

        /// <summary>Null while none is open.</summary>
        public PartitionFile? File { get; private set; }

        public List<string> Pieces { get; } = [];

        public long Rows { get; set; }

        public bool IsOrdered { get; set; } = true;

        public PartitionFile Open(string path)
        {
            File = new PartitionFile(path, Schema);
            Pieces.Add(path);
            return File;
        }

        public void Close()
        {
            File!.Close();
            File.Dispose();
            File = null;
        }
    }
}
