namespace Breakwater.Data;

/// <summary>A row that a strict import met; the message names file, line, value and what was expected.</summary>
public sealed class BadRowException : Exception
{
    public BadRowException() { }

    public BadRowException(string message)
        : base(message) { }

    public BadRowException(string message, Exception innerException)
        : base(message, innerException) { }
}
