using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Folds one venue's events into its waterfall, by instrument.</summary>
public sealed class WaterfallTally : IEventObserver
{
    private readonly Venue _venue;
    private readonly Instrument[] _instruments;
    private readonly Waterfall[] _settled;
    private readonly Price[] _marks;

    private int _liquidated = MarketEvent.None;
    private int _takenOver = MarketEvent.None;

    // Profit and covered debts of the account that is being liquidated, until an event says that it was closed by force.
    // What no such event follows it traded of its own will.
    private Money? _unclaimed;

    // Debts of traders that nobody has paid or been asked to share.
    private Money _leftByTraders;

    public WaterfallTally(Venue venue)
    {
        _venue = venue;
        _instruments = [.. venue.Rules.Instruments.Select(rules => rules.Instrument)];
        _settled = new Waterfall[_instruments.Length];
        // A venue that was restored tells of no mark before the first that moves.
        _marks = [.. _instruments.Select(instrument => venue.MarkOf(instrument.Id))];
    }

    /// <summary>The fund's debts that nobody paid; part of <see cref="Waterfall.Fund"/>, booked to no instrument.</summary>
    public Money WrittenOff { get; private set; }

    /// <summary>Debts of traders that others bore instead of nobody; in <see cref="Waterfall.Winners"/>.</summary>
    public Money SharedOfTraders { get; private set; }

    /// <summary>With what the fund still holds at the present mark.</summary>
    public Waterfall Of(InstrumentId instrument)
    {
        PositionView held = _venue.PositionOf(Venue.Fund, instrument);
        Money value = _instruments[instrument.Index].Value(_venue.MarkOf(instrument), held.Lots);
        return _settled[instrument.Index] + new Waterfall { Fund = held.Cost + held.FundingOwed - value };
    }

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
            case EventKind.MarkPriceUpdated:
                _marks[fact.Instrument] = fact.Price;
                break;
            case EventKind.LiquidationStarted:
                _liquidated = fact.Account;
                _unclaimed = null;
                break;
            case EventKind.PositionChanged:
                Credit(fact, fact.Amount);
                break;
            case EventKind.FeeCharged:
                Credit(fact, -fact.Amount);
                break;
            case EventKind.PositionLiquidated:
                Claim(fact.Instrument);
                break;
            case EventKind.PositionTakenOver:
                // Told before its trade; the others are told after theirs.
                _takenOver = fact.Account;
                break;
            case EventKind.PositionDeleveraged:
                Deleverage(fact);
                break;
            case EventKind.FundingSettled when fact.Account == Venue.Fund.Index:
                Add(fact, new Waterfall { Fund = -fact.Amount });
                break;
            case EventKind.InsuranceFundCredited:
                Add(fact, new Waterfall { TraderMargin = fact.Amount, Fund = -fact.Amount });
                break;
            case EventKind.InsuranceFundDebited:
                CoverDebt(fact);
                Add(fact, new Waterfall { Fund = fact.Amount });
                break;
            case EventKind.LossLeftUnpaid when fact.Account == Venue.Fund.Index:
                WrittenOff += fact.Amount;
                break;
            case EventKind.LossLeftUnpaid:
                CoverDebt(fact);
                Add(fact, new Waterfall { Unpaid = fact.Amount });
                _leftByTraders += fact.Amount;
                break;
            case EventKind.LossShared:
                Share(fact);
                break;
            case EventKind.LiquidatorPaid:
                Add(fact, new Waterfall { TraderMargin = fact.Amount });
                break;
        }
    }

    private void Credit(in MarketEvent fact, Money amount)
    {
        if (fact.Account == Venue.Fund.Index)
        {
            Add(fact, new Waterfall { Fund = -amount });
        }
        else if (fact.Account == _takenOver)
        {
            _takenOver = MarketEvent.None;
            Add(fact, new Waterfall { TraderMargin = -amount });
        }
        else if (fact.Account == _liquidated)
        {
            _unclaimed = (_unclaimed ?? Money.Zero) + amount;
        }
    }

    // Before the fill is told of with a book, after it without one.
    private void CoverDebt(in MarketEvent fact)
    {
        if (fact.Account != _liquidated)
        {
            return;
        }

        if (_unclaimed is { } waiting)
        {
            _unclaimed = waiting + fact.Amount;
        }
        else
        {
            Add(fact, new Waterfall { TraderMargin = -fact.Amount });
        }
    }

    // Debts of traders first, then the fund's; what rounding gives back is taken off what was counted last.
    private void Share(in MarketEvent fact)
    {
        Money ofTraders = Money.Max(Money.Min(fact.Amount, _leftByTraders), Money.Zero);
        Money ofFund = fact.Amount - ofTraders;
        _leftByTraders -= ofTraders;
        SharedOfTraders += ofTraders;
        WrittenOff -= ofFund;
        Add(
            fact,
            new Waterfall
            {
                Winners = fact.Amount,
                Unpaid = -ofTraders,
                Fund = -ofFund,
            }
        );
    }

    private void Deleverage(in MarketEvent fact)
    {
        // Of a winner that sells both are negative, of inverse contracts of one that buys.
        Instrument instrument = _instruments[fact.Instrument];
        Money paid = instrument.Cost(fact.Price, fact.Quantity);
        Money worth = instrument.Cost(_marks[fact.Instrument], fact.Quantity);
        Add(fact, new Waterfall { Winners = paid - worth });
        if (fact.Counterparty != Venue.Fund.Index)
        {
            Claim(fact.Instrument);
        }
    }

    private void Claim(int instrument)
    {
        _settled[instrument] += new Waterfall { TraderMargin = -(_unclaimed ?? Money.Zero) };
        _unclaimed = null;
    }

    private void Add(in MarketEvent fact, Waterfall part) => _settled[fact.Instrument] += part;
}
