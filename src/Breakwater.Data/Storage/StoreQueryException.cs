namespace Breakwater.Data;

public sealed class StoreQueryException : Exception
{
    public StoreQueryException() { }

    public StoreQueryException(string message)
        : base(message) { }

    public StoreQueryException(string message, Exception innerException)
        : base(message, innerException) { }
}
