namespace Breakwater.Runs;

/// <summary>Sums over venues.</summary>
/// <param name="Accounts">Opened, as the simulated ones stand for them.</param>
/// <param name="AccountsSimulated">Opened.</param>
/// <param name="AccountsLiquidated">As the simulated ones stand for them; each once.</param>
/// <param name="Forced">Notional that accounts lost by order, take-over or deleveraging of their own; each position once.</param>
/// <param name="LongShare">Of that notional, what was long; null where nothing was forced.</param>
/// <param name="LargestMinute">Start of the minute with the most; null where nothing was forced.</param>
/// <param name="Deleveraged">Notional of winners that were closed.</param>
public sealed record RunTotals(
    long Accounts,
    long AccountsSimulated,
    long AccountsLiquidated,
    decimal Forced,
    decimal? LongShare,
    string? LargestMinute,
    decimal LargestMinuteForced,
    decimal Deleveraged,
    decimal FundsPaid,
    decimal UnpaidLoss
);
