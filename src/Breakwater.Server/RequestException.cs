namespace Breakwater.Server;

/// <summary>What a caller asked for cannot be answered; the message is for the caller.</summary>
public sealed class RequestException : Exception
{
    public RequestException() { }

    public RequestException(string message)
        : base(message) { }

    public RequestException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>An HTTP status from 400 to 499.</summary>
    public int Status { get; private init; } = 400;

    public static RequestException NotFound(string message) => new(message) { Status = 404 };

    public static RequestException TooMuch(string message) => new(message) { Status = 429 };

    public static RequestException Conflict(string message) => new(message) { Status = 409 };
}
