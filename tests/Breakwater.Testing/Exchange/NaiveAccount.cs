using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>An account of <see cref="NaiveVenue"/>: a wallet and positions, the oldest first.</summary>
internal sealed class NaiveAccount(int index, MarginMode mode, int weight, bool isTrader)
{
    public int Index { get; } = index;

    public MarginMode Mode { get; } = mode;

    public int Weight { get; } = weight;

    public bool IsTrader { get; } = isTrader;

    public bool IsIsolated => Mode == MarginMode.Isolated;

    public Int128 Wallet { get; set; }

    /// <summary>Nanoseconds; liquidation orders before it are for whole positions.</summary>
    public Int128 WholePositionsUntil { get; set; } = Int128.MinValue;

    public List<NaivePosition> Positions { get; } = [];

    /// <summary>Smallest amounts of collateral, by asset.</summary>
    public Dictionary<int, Int128> Held { get; } = [];
}
