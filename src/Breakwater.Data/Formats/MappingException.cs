namespace Breakwater.Data;

/// <summary>A mapping file is wrong; the message names file, line, value and what would be right.</summary>
public sealed class MappingException : Exception
{
    public MappingException() { }

    public MappingException(string message)
        : base(message) { }

    public MappingException(string message, Exception innerException)
        : base(message, innerException) { }
}
