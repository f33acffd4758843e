namespace Breakwater.Data;

/// <summary>A file of an archive could not be had; the message names it and why.</summary>
public sealed class FetchException : Exception
{
    public FetchException() { }

    public FetchException(string message)
        : base(message) { }

    public FetchException(string message, Exception innerException)
        : base(message, innerException) { }
}
