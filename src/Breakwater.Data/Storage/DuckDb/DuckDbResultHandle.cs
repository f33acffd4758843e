using System.Runtime.InteropServices;

namespace Breakwater.Data;

/// <summary>`duckdb_result`, which the C interface passes by value.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DuckDbResultHandle
{
    private readonly ulong _columnCount;
    private readonly ulong _rowCount;
    private readonly ulong _rowsChanged;
    private readonly nint _columns;
    private readonly nint _error;
    private readonly nint _internals;
}
