namespace Breakwater.Lab.Map;

/// <summary>How far arbitrage carries a sale from the venue where it is made.</summary>
public enum ArbitrageReach
{
    /// <summary>It moves the coin's price at all venues alike, wherever it was made.</summary>
    Whole,

    /// <summary>As far as cost, rounds, margin and capacity let the scenario's arbitrageur carry it within the horizon; what it loses on the way is left out, so that this is the most.</summary>
    Limited,

    /// <summary>It moves the price of its own venue alone, and the mark there follows that price.</summary>
    Cut,
}
