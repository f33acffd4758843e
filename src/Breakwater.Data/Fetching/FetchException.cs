namespace Breakwater.Data;

/// <summary>A file of an archive could not be had; the message names it and why.</summary>
public sealed class FetchException : Exception
{
    /// <summary>Whether the archive answered that it has no such file; else the network or the file's content failed.</summary>
    public bool IsMissing { get; init; }

    public FetchException() { }

    public FetchException(string message)
        : base(message) { }

    public FetchException(string message, Exception innerException)
        : base(message, innerException) { }
}
