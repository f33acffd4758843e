namespace Breakwater.Data;

/// <summary>Where the value of a column comes from.</summary>
/// <param name="Fields">Names that the field may bear, compared without case; empty where the conversion needs none.</param>
public sealed record Mapping(string Column, Conversion Conversion, params IReadOnlyList<string> Fields)
{
    internal bool IsFor(string column) => string.Equals(Column, column, StringComparison.Ordinal);
}
