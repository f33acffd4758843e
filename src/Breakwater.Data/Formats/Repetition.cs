namespace Breakwater.Data;

/// <summary>How many rows a record becomes.</summary>
public enum Repetition
{
    None,

    /// <summary>One for each field that no mapping names; a mapping to <c>*</c> reads it.</summary>
    OtherFields,

    /// <summary>One for each number that <c>#</c> in the mapped names can be replaced with.</summary>
    Levels,
}
