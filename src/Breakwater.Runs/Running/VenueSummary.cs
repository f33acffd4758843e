namespace Breakwater.Runs;

/// <summary>What became of one venue.</summary>
/// <param name="Rules">Name of its rule set.</param>
/// <param name="Accounts">Opened, as the simulated ones stand for them.</param>
/// <param name="AccountsLiquidated">As the simulated ones stand for them; each once.</param>
/// <param name="Waterfall">By coin, then for the whole venue.</param>
/// <param name="Concentration">By coin and side.</param>
/// <param name="TenLargestForcedShare">Of the forced notional, what the ten accounts that lost most had; null where nothing was forced.</param>
/// <param name="AccountsDeleveraged">Winners of whom something was closed, as the simulated ones stand for them; each once.</param>
/// <param name="Deleveraged">By what winners came for; null in summaries of earlier engines.</param>
/// <param name="Evaluations">Margin accounts that marks and fundings made the engine look at.</param>
public sealed record VenueSummary(
    string Name,
    string Rules,
    string Currency,
    long Accounts,
    long AccountsSimulated,
    long AccountsLiquidated,
    string EventLogHash,
    long Events,
    long MarkUpdates,
    long Evaluations,
    FundSummary Fund,
    decimal UnpaidLoss,
    IReadOnlyList<FlowSummary> Flows,
    IReadOnlyList<WaterfallSummary> Waterfall,
    IReadOnlyList<ConcentrationSummary> Concentration,
    decimal? TenLargestForcedShare,
    long AccountsDeleveraged = 0,
    IReadOnlyList<DeleveragedSummary>? Deleveraged = null
);
