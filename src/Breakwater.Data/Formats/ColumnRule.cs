namespace Breakwater.Data;

/// <summary>What a value must satisfy for its row to be stored.</summary>
public enum ColumnRule
{
    /// <summary>May be missing.</summary>
    Optional,
    Required,

    /// <summary>Required, at least zero.</summary>
    NotNegative,

    /// <summary>Required, above zero.</summary>
    Positive,
}
