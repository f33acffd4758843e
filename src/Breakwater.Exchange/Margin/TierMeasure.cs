namespace Breakwater.Exchange;

/// <summary>What decides in which tier a position is.</summary>
public enum TierMeasure
{
    /// <summary>Its value at the mark, in the settlement currency.</summary>
    Notional,

    /// <summary>Its number of contracts or coins, whatever the price.</summary>
    Quantity,
}
