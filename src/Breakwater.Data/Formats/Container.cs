namespace Breakwater.Data;

/// <summary>How the text of a file is cut into records.</summary>
public enum Container
{
    Csv,
    JsonDocument,
    JsonLines,
}
