using System.Runtime.InteropServices;

namespace Breakwater.Data;

/// <summary>DuckDB refused a statement; the message is its own.</summary>
public sealed class DuckDbException : Exception
{
    public DuckDbException(string message)
        : base(message) { }

    public DuckDbException() { }

    public DuckDbException(string message, Exception innerException)
        : base(message, innerException) { }

    internal static DuckDbException From(nint message) =>
        new(Marshal.PtrToStringUTF8(message) ?? "DuckDB failed without a message");
}
