namespace Breakwater.Data;

/// <summary>Appends rows to a table, a chunk of columns at a time.</summary>
internal sealed unsafe class DuckDbAppender : IDisposable
{
    /// <summary>Rows of a chunk at most: DuckDB's vector size.</summary>
    public const int Capacity = 2048;

    private nint _appender;
    private nint _chunk;

    public DuckDbAppender(DuckDbConnection connection, string table)
    {
        if (DuckDbNative.CreateAppender(connection.Handle, null, table, out _appender) != DuckDbNative.Success)
        {
            throw DuckDbException.From(DuckDbNative.AppenderError(_appender));
        }

        _chunk = CreateChunk(_appender);
    }

    public DuckDbVector Column(int column) => new(DuckDbNative.DataChunkVector(_chunk, (ulong)column));

    /// <summary>Appends the first rows of the chunk, and empties it.</summary>
    public void Append(int rows)
    {
        DuckDbNative.SetDataChunkSize(_chunk, (ulong)rows);
        Check(DuckDbNative.AppendDataChunk(_appender, _chunk));
        DuckDbNative.ResetDataChunk(_chunk);
    }

    public void Flush() => Check(DuckDbNative.FlushAppender(_appender));

    public void Dispose()
    {
        if (_appender != 0)
        {
            DuckDbNative.DestroyDataChunk(ref _chunk);
            _ = DuckDbNative.DestroyAppender(ref _appender);
        }
    }

    private static nint CreateChunk(nint appender)
    {
        Span<nint> types = stackalloc nint[(int)DuckDbNative.AppenderColumnCount(appender)];
        for (int column = 0; column < types.Length; column++)
        {
            types[column] = DuckDbNative.AppenderColumnType(appender, (ulong)column);
        }

        nint chunk;
        fixed (nint* first = types)
        {
            chunk = DuckDbNative.CreateDataChunk(first, (ulong)types.Length);
        }

        foreach (ref nint type in types)
        {
            DuckDbNative.DestroyLogicalType(ref type);
        }

        return chunk;
    }

    private void Check(int state)
    {
        if (state != DuckDbNative.Success)
        {
            throw DuckDbException.From(DuckDbNative.AppenderError(_appender));
        }
    }
}
