using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Testing;

namespace Breakwater.Simulation.Tests;

/// <summary>Reckons a waterfall from balances before and after, not from the amounts that events name.</summary>
internal sealed class WaterfallWitness(VenueRules rules) : IEventObserver
{
    private readonly EventReplay _replay = new(rules);
    private readonly Dictionary<int, Price> _marks = [];
    private int _liquidated = MarketEvent.None;
    private Money _before;

    public Money TraderMargin { get; private set; }

    public Money Winners { get; private set; }

    /// <summary>Put into the fund from outside, less what was taken out.</summary>
    public Money FundDeposits { get; private set; }

    public int Liquidations { get; private set; }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (MarketEvent fact in events)
        {
            if (fact.Kind == EventKind.LiquidationStarted)
            {
                EndCommand();
                Liquidations++;
                _liquidated = fact.Account;
                _before = BalanceOf(fact.Account);
            }

            _replay.Observe([fact]);
            Note(fact);
        }
    }

    /// <summary>Whoever was being liquidated is done.</summary>
    public void EndCommand()
    {
        if (_liquidated != MarketEvent.None)
        {
            TraderMargin += _before - BalanceOf(_liquidated);
            _liquidated = MarketEvent.None;
        }
    }

    // What happens to an account beside its liquidation is moved to before it.
    private void Note(in MarketEvent fact)
    {
        bool beside = fact.Kind is EventKind.FundingSettled or EventKind.PositionDeleveraged;
        if (beside && fact.Account == _liquidated)
        {
            _before += fact.Amount;
        }

        if (fact.Kind == EventKind.LossShared)
        {
            Winners += fact.Amount;
            _before -= fact.Account == _liquidated ? fact.Amount : Money.Zero;
        }

        switch (fact.Kind)
        {
            case EventKind.MarkPriceUpdated:
                _marks[fact.Instrument] = fact.Price;
                break;
            case EventKind.PositionDeleveraged:
                Winners += CostOf(fact, fact.Price) - CostOf(fact, _marks[fact.Instrument]);
                break;
            case EventKind.MoneyDeposited when fact.Account == Venue.Fund.Index:
                FundDeposits += fact.Amount;
                break;
            case EventKind.MoneyWithdrawn when fact.Account == Venue.Fund.Index:
                FundDeposits -= fact.Amount;
                break;
        }
    }

    // Of an inverse contract a buyer owes dollars for the coin, and both sides round up.
    private Money CostOf(in MarketEvent fact, Price price)
    {
        Instrument instrument = rules.Instruments[fact.Instrument].Instrument;
        long lots = fact.Quantity.Lots;
        Int128 cost =
            instrument.Kind == ContractKind.Linear
                ? (Int128)price.Ticks * lots * instrument.MinorUnitsPerTickLot
                : -Math.Sign(lots)
                    * Exact.Ceiling((Int128)Math.Abs(lots) * instrument.MinorUnitsAtOneTick, price.Ticks);
        return Money.FromMinorUnits((long)cost);
    }

    private Money BalanceOf(int account)
    {
        var id = new AccountId(account);
        Money balance = _replay.WalletOf(id);
        foreach (InstrumentRules listed in rules.Instruments)
        {
            balance += _replay.PositionOf(id, listed.Instrument.Id).IsolatedMargin;
        }

        return balance;
    }
}
