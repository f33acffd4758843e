using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Reads a lending market's log into what happened to the loans of each collateral. Money in dollars at the oracle's price of the moment.</summary>
public sealed class LendingTally : IEventObserver
{
    private readonly LendingMarket _market;
    private readonly LendingFlow[] _flows;
    private readonly decimal[] _prices;
    private readonly Dictionary<int, int> _weights = [];

    // By loan: the collateral that was seized of it last.
    private readonly Dictionary<int, int> _seizedLast = [];

    public LendingTally(LendingMarket market)
    {
        _market = market;
        _flows = new LendingFlow[market.Assets.Count];
        _prices = [.. market.Assets.Select(asset => asset.IsDollar ? 1m : 0m)];
    }

    /// <param name="asset">Of the market, as collateral.</param>
    public LendingFlow Of(int asset) => _flows[asset];

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            switch (fact.Kind)
            {
                case EventKind.LoanOpened:
                    _weights[fact.Account] = fact.Reference;
                    break;
                case EventKind.OraclePriceUpdated:
                    _prices[fact.Instrument] = (decimal)fact.Price.Ticks / LendingAsset.TicksPerDollar;
                    break;
                case EventKind.LoanLiquidated:
                    Seize(fact, repaid: fact.Amount, fee: Worth(fact.Instrument, fact.SecondAmount));
                    break;
                case EventKind.AuctionStarted:
                    CountLoan(fact);
                    break;
                case EventKind.AuctionBought:
                    Seize(fact, fact.SecondAmount, fee: Worth(fact.Reference, fact.Amount - fact.SecondAmount));
                    break;
                case EventKind.BadDebtBooked:
                    int collateral = _seizedLast[fact.Account];
                    _flows[collateral] = _flows[collateral] with
                    {
                        BadDebt = _flows[collateral].BadDebt + Worth(fact.Instrument, fact.Amount),
                    };
                    break;
                case EventKind.SeizedCollateralSold:
                    LendingFlow flow = _flows[fact.Instrument];
                    _flows[fact.Instrument] = flow with
                    {
                        Sold = flow.Sold + CoinsOf(fact.Instrument, fact.Quantity.Lots),
                        Proceeds = flow.Proceeds + fact.Amount.MinorUnits / 1_000_000m,
                    };
                    break;
            }
        }
    }

    private void Seize(in MarketEvent fact, Money repaid, decimal fee)
    {
        CountLoan(fact);
        decimal worth = Worth(fact.Instrument, Money.FromMinorUnits(fact.Quantity.Lots));
        LendingFlow flow = _flows[fact.Instrument];
        _flows[fact.Instrument] = flow with
        {
            Calls = flow.Calls + 1,
            Repaid = flow.Repaid + Worth(fact.Reference, repaid),
            Seized = flow.Seized + CoinsOf(fact.Instrument, fact.Quantity.Lots),
            Bonus = flow.Bonus + worth - Worth(fact.Reference, fact.Amount),
            ProtocolFee = flow.ProtocolFee + fee,
        };
    }

    private void CountLoan(in MarketEvent fact)
    {
        if (_seizedLast.TryAdd(fact.Account, fact.Instrument))
        {
            LendingFlow flow = _flows[fact.Instrument];
            _flows[fact.Instrument] = flow with { Loans = flow.Loans + _weights[fact.Account] };
        }

        _seizedLast[fact.Account] = fact.Instrument;
    }

    private decimal Worth(int asset, Money amount) => CoinsOf(asset, amount.MinorUnits) * _prices[asset];

    private decimal CoinsOf(int asset, long units) =>
        units * new decimal(1, 0, 0, false, (byte)_market.Assets[asset].Decimals);
}
