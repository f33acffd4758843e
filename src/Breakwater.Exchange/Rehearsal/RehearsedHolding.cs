using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A position of a rehearsed account at the leader's present mark.</summary>
/// <param name="Row">The ledger's.</param>
internal record struct RehearsedHolding(int Row, int Instrument, Quantity Lots, Money Cost, Leverage Leverage)
{
    /// <summary>What the venue reserves for closing it.</summary>
    public Money Reserve;

    public Price Mark;
    public Money Value;

    /// <summary>With the reserve.</summary>
    public Money Maintenance;

    /// <summary>What it adds to what its account can still lose.</summary>
    public readonly Money Slack => Value - Cost - Maintenance;
}
