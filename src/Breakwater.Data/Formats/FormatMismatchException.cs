namespace Breakwater.Data;

/// <summary>A file is not what it was taken for.</summary>
public sealed class FormatMismatchException : Exception
{
    public FormatMismatchException() { }

    public FormatMismatchException(string message)
        : base(message) { }

    public FormatMismatchException(string message, Exception innerException)
        : base(message, innerException) { }
}
