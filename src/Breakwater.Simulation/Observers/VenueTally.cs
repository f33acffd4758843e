using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Folds one venue's events into what a run reports.</summary>
public sealed class VenueTally : IEventObserver
{
    private readonly Venue _venue;
    private readonly Instrument[] _instruments;

    /// <param name="minutes">Of the run, a begun one included.</param>
    public VenueTally(Venue venue, Timestamp start, int minutes)
    {
        _venue = venue;
        _instruments = [.. venue.Rules.Instruments.Select(rules => rules.Instrument)];
        Flows = new FlowTable(start, minutes, _instruments.Length);
        Accounts = new LiquidatedAccounts(_instruments.Length);
    }

    public FlowTable Flows { get; }

    public LiquidatedAccounts Accounts { get; }

    /// <summary>Clearance fees and forfeited remainders.</summary>
    public Money PaidToFund { get; private set; }

    /// <summary>What the fund paid for accounts that owed more than they had.</summary>
    public Money PaidByFund { get; private set; }

    /// <summary>What the fund made, or lost, by selling what it had taken over.</summary>
    public Money RealisedByFund { get; private set; }

    public Money LeftUnpaid { get; private set; }

    /// <summary>Profit that deleveraged winners realised when they were closed.</summary>
    public Money RealisedByDeleveraged { get; private set; }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            Observe(fact);
        }
    }

    private void Observe(in MarketEvent fact)
    {
        switch (fact.Kind)
        {
            case EventKind.LiquidationStarted when fact.Account != Venue.Fund.Index:
                Accounts.Add(_venue, new AccountId(fact.Account), fact.Instrument, fact.Quantity.IsLong);
                break;
            case EventKind.PositionLiquidated:
                Add(FlowKind.Liquidated, fact, fact.Quantity.IsLong);
                break;
            case EventKind.PositionTakenOver:
                Add(FlowKind.TakenOver, fact, fact.Quantity.IsLong);
                break;
            case EventKind.PositionDeleveraged:
                // A winner that buys was short.
                Add(FlowKind.Deleveraged, fact, fact.Quantity.IsShort);
                RealisedByDeleveraged += fact.Amount;
                break;
            case EventKind.InventoryUnwound:
                Add(FlowKind.Unwound, fact, fact.Quantity.IsLong);
                RealisedByFund += fact.Amount;
                break;
            case EventKind.InsuranceFundCredited:
                PaidToFund += fact.Amount;
                break;
            case EventKind.InsuranceFundDebited:
                PaidByFund += fact.Amount;
                break;
            case EventKind.LossLeftUnpaid:
                LeftUnpaid += fact.Amount;
                break;
        }
    }

    private void Add(FlowKind kind, in MarketEvent fact, bool isLong)
    {
        Money notional = _instruments[fact.Instrument].Notional(fact.Price, fact.Quantity.Magnitude);
        Flows.At(Flows.MinuteOf(fact.Time), fact.Instrument, isLong, kind) += new Flow(notional, 1);
    }
}
