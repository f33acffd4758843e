namespace Breakwater.Exchange;

/// <summary>A copy of a watch's links, drift and indexes.</summary>
internal sealed record WatchState(TriggerLink[] Links, FundingDrift[] Drift, long[][] Indexes)
{
    /// <summary>Null where nobody can hold collateral.</summary>
    public WatchState? Collateral { get; init; }
}
