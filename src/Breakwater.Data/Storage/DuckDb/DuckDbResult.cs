using System.Runtime.InteropServices;

namespace Breakwater.Data;

/// <summary>Rows that a statement gave, read forward once.</summary>
internal sealed unsafe class DuckDbResult : IQueryResult
{
    private readonly DuckDbType[] _types;
    private readonly DuckDbDecimal?[] _decimals;
    private DuckDbResultHandle _handle;
    private nint _chunk;
    private int _rowsInChunk;
    private int _row = -1;
    private bool _disposed;

    public DuckDbResult(DuckDbResultHandle handle)
    {
        _handle = handle;
        int count = (int)DuckDbNative.ColumnCount(ref _handle);
        _types = new DuckDbType[count];
        _decimals = new DuckDbDecimal?[count];
        var names = new string[count];
        for (int column = 0; column < count; column++)
        {
            _types[column] = DuckDbNative.ColumnType(ref _handle, (ulong)column);
            _decimals[column] = DuckDbDecimal.Of(ref _handle, column);
            names[column] = Marshal.PtrToStringUTF8(DuckDbNative.ColumnName(ref _handle, (ulong)column)) ?? "";
        }

        Columns = names;
    }

    public IReadOnlyList<string> Columns { get; }

    public bool Read()
    {
        _row++;
        while (_row >= _rowsInChunk)
        {
            if (!NextChunk())
            {
                return false;
            }
        }

        return true;
    }

    public object? this[int column]
    {
        get
        {
            nint vector = DuckDbNative.DataChunkVector(_chunk, (ulong)column);
            if (IsNull(vector))
            {
                return null;
            }

            void* data = DuckDbNative.VectorData(vector);
            return _decimals[column] is { } form ? form.Read(data, _row) : Value(data, _types[column]);
        }
    }

    /// <summary>A DOUBLE, without a box around it; NaN for a missing value.</summary>
    public double Number(int column)
    {
        nint vector = DuckDbNative.DataChunkVector(_chunk, (ulong)column);
        return IsNull(vector) ? double.NaN : ((double*)DuckDbNative.VectorData(vector))[_row];
    }

    /// <summary>The text of a VARCHAR as it lies in memory until the next row; empty for a missing value.</summary>
    public ReadOnlySpan<byte> Utf8(int column)
    {
        nint vector = DuckDbNative.DataChunkVector(_chunk, (ulong)column);
        return IsNull(vector) ? [] : Utf8((byte*)DuckDbNative.VectorData(vector) + (_row * 16));
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            ReleaseChunk();
            DuckDbNative.DestroyResult(ref _handle);
        }
    }

    private bool NextChunk()
    {
        ReleaseChunk();
        _chunk = DuckDbNative.FetchChunk(_handle);
        _rowsInChunk = _chunk == 0 ? 0 : (int)DuckDbNative.DataChunkSize(_chunk);
        _row = 0;
        return _chunk != 0 || Ended();
    }

    /// <summary>No further chunk: the end, or a failure while the rows were made.</summary>
    private bool Ended()
    {
        nint error = DuckDbNative.ResultError(ref _handle);
        return error == 0 ? false : throw DuckDbException.From(error);
    }

    private void ReleaseChunk()
    {
        if (_chunk != 0)
        {
            DuckDbNative.DestroyDataChunk(ref _chunk);
        }
    }

    private bool IsNull(nint vector)
    {
        ulong* validity = DuckDbNative.VectorValidity(vector);
        return validity != null && (validity[_row >> 6] >> (_row & 63) & 1) == 0;
    }

    private object Value(void* data, DuckDbType type) =>
        type switch
        {
            DuckDbType.Boolean => ((byte*)data)[_row] != 0,
            DuckDbType.TinyInt => (long)((sbyte*)data)[_row],
            DuckDbType.SmallInt => (long)((short*)data)[_row],
            DuckDbType.Integer => (long)((int*)data)[_row],
            DuckDbType.BigInt => ((long*)data)[_row],
            DuckDbType.HugeInt => (double)((Int128*)data)[_row],
            DuckDbType.Float => (double)((float*)data)[_row],
            DuckDbType.Double => ((double*)data)[_row],
            DuckDbType.Timestamp => DateTime.UnixEpoch.AddMicroseconds(((long*)data)[_row]),
            DuckDbType.Date => DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(((int*)data)[_row])),
            DuckDbType.Text => System.Text.Encoding.UTF8.GetString(Utf8((byte*)data + (_row * 16))),
            _ => throw new DuckDbException($"column type {(int)type} has no representation here: cast it to varchar"),
        };

    /// <summary>`duckdb_string_t`: length, then up to 12 bytes in place, or a prefix and a pointer.</summary>
    private static ReadOnlySpan<byte> Utf8(byte* element)
    {
        int length = *(int*)element;
        return new ReadOnlySpan<byte>(
            length <= DuckDbVector.InlineTextLength ? element + 4 : *(byte**)(element + 8),
            length
        );
    }
}
