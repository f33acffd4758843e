namespace Breakwater.Exchange;

/// <summary>Whose is what a liquidation's fill leaves above the bankruptcy price.</summary>
public enum Remainder
{
    /// <summary>The trader's, less a fee.</summary>
    Kept,

    /// <summary>The fund's.</summary>
    Taken,
}
