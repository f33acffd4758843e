using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What liquidators hold of one seized coin, and their account where they sell it.</summary>
internal sealed class SeizedCoins
{
    private static readonly Leverage s_paidInFull = Leverage.FromMultiple(1);

    private readonly LendingInWorld _lending;
    private readonly int _asset;
    private readonly Place _place;
    private readonly AccountId _account;
    private readonly long _unitsPerLot;
    private long _units;

    public SeizedCoins(LendingInWorld lending, int asset, Place place, AccountId account)
    {
        (_lending, _asset, _place, _account) = (lending, asset, place, account);
        decimal units = place.Instrument.LotSize * 100_000_000;
        Invariant.Holds(units >= 1 && units == decimal.Truncate(units), "a spot lot is a whole number of units");
        _unitsPerLot = (long)units;
    }

    /// <summary>Dollars that the next coin brings.</summary>
    public double Bid => _place.Liquidity.PriceOf(_place.Liquidity.Middle - _place.Liquidity.Spread / 2);

    public Place Place => _place;

    public void Reset() => _units = 0;

    public void Add(Money units) => _units += units.MinorUnits;

    /// <summary>Dollars that are bid for the coin down to a price; none where nobody bids as much.</summary>
    public double DollarsDownTo(double price)
    {
        double distance = PortableMath.Log(Bid / price);
        if (!(distance > 0))
        {
            return 0;
        }

        Span<double> dollars = stackalloc double[1];
        _place.Liquidity.DepthsWithin(Side.Sell, [distance], dollars);
        return dollars[0];
    }

    /// <summary>Sells what it holds, as far as the price goes: coins come to the venue, are sold there, and money leaves.</summary>
    /// <param name="least">Dollars.</param>
    public void SellDownTo(Timestamp now, double least) => Sell(now, _place.PriceAt(least, Side.Sell));

    /// <summary>Sells what an earlier sale left, no farther than makers reach.</summary>
    public void SellRest(Timestamp now) => Sell(now, _place.QuotedBounds().For(Side.Sell));

    private void Sell(Timestamp now, Price worst)
    {
        Quantity lots = Quantity.FromLots(_units / _unitsPerLot);
        if (lots.IsZero)
        {
            return;
        }

        Venue venue = _place.Venue.Venue;
        Price mark = venue.MarkOf(_place.Id);
        Require(venue.Deposit(now, _account, _place.Instrument.Notional(mark, lots)));
        Require(venue.Trade(now, _place.Id, _account, Venue.Outside, lots, mark, s_paidInFull));
        Require(venue.Take(now, _place.Id, _account, Side.Sell, lots, worst, s_paidInFull, out LiquidityFill fill));
        Quantity left = venue.LotsOf(_account, _place.Id);
        if (!left.IsZero)
        {
            Require(venue.Trade(now, _place.Id, Venue.Outside, _account, left, mark, s_paidInFull));
        }

        Money wallet = venue.WalletOf(_account);
        Money proceeds = wallet - _place.Instrument.Notional(mark, left);
        Require(venue.Withdraw(now, _account, wallet));
        Invariant.Holds(fill.Filled + left == lots, "a lot is sold or comes back");
        if (!fill.Filled.IsZero)
        {
            long sold = fill.Filled.Lots * _unitsPerLot;
            _units -= sold;
            _lending.Sold(now, _asset, Money.FromMinorUnits(sold), _place.Venue.Reported.Currency.ToDecimal(proceeds));
        }
    }

    private static void Require(Rejection answer) =>
        Invariant.Holds(answer == Rejection.None, "who sells coins that it has is not refused");
}
