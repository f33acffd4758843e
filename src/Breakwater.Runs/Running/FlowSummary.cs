namespace Breakwater.Runs;

/// <summary>What was forced in one coin and on one side of one venue.</summary>
/// <param name="Side">Of the positions that were closed: "long" or "short".</param>
/// <param name="OpenInterest">Of the side at the start, in the coin.</param>
/// <param name="Ordered">Notional that liquidation orders filled.</param>
/// <param name="TakenOver">Notional that the fund took over.</param>
/// <param name="DeleveragedAway">Notional of liquidated accounts, not of the fund, that was closed against winners.</param>
/// <param name="Deleveraged">Notional of winners on this side that were closed.</param>
/// <param name="Unwound">Notional that the fund sold on.</param>
/// <param name="AccountsLiquidated">As the simulated ones stand for them; each once in this coin and side.</param>
public sealed record FlowSummary(
    string Coin,
    string Instrument,
    string Side,
    decimal OpenInterest,
    decimal Ordered,
    decimal TakenOver,
    decimal DeleveragedAway,
    decimal Deleveraged,
    decimal Unwound,
    long AccountsLiquidated,
    long AccountsLiquidatedSimulated
)
{
    /// <summary>What accounts lost against their will; each position once.</summary>
    public decimal Forced => Ordered + TakenOver + DeleveragedAway;
}
