using ParquetSharp;

namespace Breakwater.Data;

/// <summary>A Parquet file that takes the rows of a partition as they come, batch by batch.</summary>
internal sealed class PartitionFile : IDisposable
{
    /// <summary>As many as DuckDB puts into one: each of its threads reads a group.</summary>
    private const int RowsOfGroup = 122_880;

    private readonly ParquetFileWriter _writer;
    private readonly ColumnFiller _filler = new();
    private RowGroupWriter? _group;

    /// <exception cref="IOException">The file cannot be made.</exception>
    public PartitionFile(string path, Schema schema)
    {
        Path = path;
        _writer = Open(path, schema);
    }

    public string Path { get; }

    /// <summary>Rows of the group that is being filled.</summary>
    public int RowsInMemory { get; private set; }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(RowBatch batch)
    {
        Write(() => _filler.Fill(_group ??= _writer.AppendBufferedRowGroup(), batch));
        RowsInMemory += batch.Count;
        if (RowsInMemory >= RowsOfGroup)
        {
            EndGroup();
        }
    }

    /// <summary>Writes what lies in memory.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void EndGroup()
    {
        Write(() => _group?.Close());
        _group?.Dispose();
        _group = null;
        RowsInMemory = 0;
    }

    /// <summary>Makes the file whole.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Close()
    {
        EndGroup();
        Write(_writer.Close);
    }

    public void Dispose()
    {
        _group?.Dispose();
        _writer.Dispose();
    }

    private static ParquetFileWriter Open(string path, Schema schema)
    {
        using WriterProperties properties = ParquetLayout.Properties(schema);
        try
        {
            return new ParquetFileWriter(path, ParquetLayout.Columns(schema), properties);
        }
        catch (ParquetException failure)
        {
            throw new IOException($"{path}: {failure.Message}", failure);
        }
    }

    private void Write(Action write)
    {
        try
        {
            write();
        }
        catch (ParquetException failure)
        {
            throw new IOException($"{Path}: {failure.Message}", failure);
        }
    }
}
