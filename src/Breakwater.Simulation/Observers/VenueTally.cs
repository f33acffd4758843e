using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Folds one venue's events into what a run reports.</summary>
public sealed class VenueTally : IEventObserver
{
    private readonly Venue _venue;
    private readonly Instrument[] _instruments;
    private readonly DeleveragingMinute[] _deleveraging;
    private readonly ReportedMoney _reported;

    // Of the first instrument, as of the event: events may come long after they happened.
    private Price _mark;

    /// <param name="minutes">Of the run, a begun one included.</param>
    public VenueTally(Venue venue, Timestamp start, int minutes)
    {
        _venue = venue;
        _instruments = [.. venue.Rules.Instruments.Select(rules => rules.Instrument)];
        _reported = new ReportedMoney(venue);
        Flows = new FlowTable(start, minutes, _instruments.Length);
        Accounts = new LiquidatedAccounts(_instruments.Length);
        Waterfall = new WaterfallTally(venue);
        _deleveraging = new DeleveragingMinute[minutes];
    }

    public FlowTable Flows { get; }

    public LiquidatedAccounts Accounts { get; }

    public AccountFlows FlowsByAccount { get; } = new();

    public WaterfallTally Waterfall { get; }

    /// <summary>By minute, as in <see cref="Flows"/>.</summary>
    public IReadOnlyList<DeleveragingMinute> Deleveraging => _deleveraging;

    public long MarkUpdates { get; private set; }

    /// <summary>Clearance fees and forfeited remainders.</summary>
    public Money PaidToFund { get; private set; }

    /// <summary>What the fund paid for accounts that owed more than they had.</summary>
    public Money PaidByFund { get; private set; }

    /// <summary>What the fund made, or lost, on what it had taken over.</summary>
    public Money RealisedByFund { get; private set; }

    /// <summary>Funding that the fund received on its inventory; negative when it paid.</summary>
    public Money FundingOfFund { get; private set; }

    /// <summary>Trading fees that the fund paid for what it sold; negative for rebates.</summary>
    public Money FeesOfFund { get; private set; }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            Observe(fact);
        }

        Waterfall.Observe(events);
    }

    private void Observe(in MarketEvent fact)
    {
        switch (fact.Kind)
        {
            case EventKind.MarkPriceUpdated:
                MarkUpdates++;
                _mark = fact.Instrument == 0 ? fact.Price : _mark;
                break;
            case EventKind.LiquidationStarted:
                Accounts.Begin(fact, _venue.WeightOf(new AccountId(fact.Account)));
                break;
            case EventKind.PositionLiquidated:
                Lose(fact, fact.Account, fact.Quantity.IsLong, FlowKind.Liquidated);
                break;
            case EventKind.PositionTakenOver:
                Lose(fact, fact.Account, fact.Quantity.IsLong, FlowKind.TakenOver);
                break;
            case EventKind.PositionDeleveraged:
                AddDeleveraged(fact);
                break;
            case EventKind.InventoryUnwound:
                Add(FlowKind.Unwound, fact, fact.Quantity.IsLong);
                break;
            case EventKind.FundingSettled when fact.Account == Venue.Fund.Index:
                FundingOfFund += fact.Amount;
                break;
            case EventKind.PositionChanged when fact.Account == Venue.Fund.Index:
                RealisedByFund += fact.Amount;
                break;
            case EventKind.InsuranceFundCredited:
                PaidToFund += fact.Amount;
                break;
            case EventKind.InsuranceFundDebited:
                PaidByFund += fact.Amount;
                Add(fact.Time, new DeleveragingMinute(0, 0, _reported.Of(fact.Amount, _mark)));
                break;
            case EventKind.FeeCharged when fact.Account == Venue.Fund.Index:
                FeesOfFund += fact.Amount;
                break;
            case EventKind.LossLeftUnpaid:
                Add(fact.Time, new DeleveragingMinute(0, 0, _reported.Of(fact.Amount, _mark)));
                break;
        }
    }

    private void AddDeleveraged(in MarketEvent fact)
    {
        // A winner that sells was long, and whom it was closed against was short.
        bool winnerIsLong = fact.Quantity.IsShort;
        FlowsByAccount.AddDeleveraged(fact.Account, Add(FlowKind.Deleveraged, fact, winnerIsLong));
        int weight = _venue.WeightOf(new AccountId(fact.Account));
        Add(fact.Time, new DeleveragingMinute(weight, fact.Amount.IsPositive ? weight : 0, Money.Zero));
        if (fact.Counterparty != Venue.Fund.Index)
        {
            Lose(fact, fact.Counterparty, !winnerIsLong, FlowKind.DeleveragedAway);
        }
    }

    private void Lose(in MarketEvent fact, int account, bool isLong, FlowKind kind)
    {
        Accounts.Lose(account, fact.Instrument, isLong, _venue.WeightOf(new AccountId(account)));
        FlowsByAccount.AddForced(account, Add(kind, fact, isLong));
    }

    private void Add(Timestamp time, DeleveragingMinute minute) => _deleveraging[Flows.MinuteOf(time)] += minute;

    private Money Add(FlowKind kind, in MarketEvent fact, bool isLong)
    {
        Money notional = _reported.NotionalOf(_instruments[fact.Instrument], fact.Price, fact.Quantity.Magnitude);
        Flows.At(Flows.MinuteOf(fact.Time), fact.Instrument, isLong, kind) += new Flow(notional, 1);
        return notional;
    }
}
