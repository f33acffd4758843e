namespace Breakwater.Runs;

/// <summary>What became of a venue's insurance fund or backstop vault.</summary>
/// <param name="Capital">At the start.</param>
/// <param name="Received">Clearance fees and forfeited remainders.</param>
/// <param name="Paid">For accounts that owed more than they had.</param>
/// <param name="Realised">By selling what it had taken over, or by being deleveraged; negative for a loss.</param>
/// <param name="Funding">Received on what it held; negative when it paid.</param>
/// <param name="Fees">For trading what it had taken over; negative for rebates.</param>
/// <param name="Unrealised">On what it still holds, funding included.</param>
/// <param name="WrittenOff">Its own debt that nobody paid.</param>
/// <param name="Equity">At the end, inventory at the mark.</param>
/// <param name="LowestEquity">After any mark since the start.</param>
/// <param name="IsExhausted">It owed more than it had, or winners or nobody had to pay for what it could not. Defined in docs/models/waterfall.md.</param>
/// <param name="Need">The capital that would have borne its own losses and those that others bore in its place, on the same path.</param>
public sealed record FundSummary(
    string Name,
    decimal Capital,
    decimal Received,
    decimal Paid,
    decimal Realised,
    decimal Funding,
    decimal Fees,
    decimal Unrealised,
    decimal WrittenOff,
    decimal Equity,
    decimal LowestEquity,
    bool IsExhausted,
    decimal Need
)
{
    /// <summary>
    /// Whether winners took its place, or debts were left that its rules do not have it pay: what a larger fund would have had to
    /// bear is then not in <see cref="Need"/>, which says no more than that its capital was not enough.
    /// </summary>
    public bool IsNeedLeast { get; init; }

    /// <summary>The most that it was below its capital at any moment; what it has less at the end is another figure, often a smaller one.</summary>
    public decimal Drawdown => Capital - LowestEquity;
}
