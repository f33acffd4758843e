namespace Breakwater.Domain;

/// <summary>Which whole number stands for a quotient that is not whole. Every rounding of money names one.</summary>
public enum Rounding
{
    /// <summary>Towards negative infinity.</summary>
    Floor,

    /// <summary>Towards positive infinity.</summary>
    Ceiling,
}
