using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One maker: an account for every coin at every venue, an inventory in each, and the nerve to quote or not.</summary>
internal sealed class MakerFirm
{
    private readonly Market _market;
    private readonly int _number;
    private readonly MakerParameters _parameters;
    private readonly double _halfDepthVolatility;
    private readonly AccountId[] _accountAt;
    private readonly Place[][] _placesOfCoin;

    // By place: what it believes to hold.
    private readonly long[] _lots;
    private readonly long[] _lotsAtStart;
    private double _capital;
    private double _lossFactor;
    private Timestamp _pulledUntil;

    public MakerFirm(Market market, int number)
    {
        (_market, _number) = (market, number);
        _parameters = market.Parameters.Makers;
        _halfDepthVolatility = _parameters.HalfDepthVolatility / PortableMath.Pow(_parameters.FirmSpread, number);
        _accountAt = new AccountId[market.Places.Count];
        _placesOfCoin = [.. Enumerable.Range(0, market.Coins).Select(coin => market.PlacesOf(coin).ToArray())];
        _lots = new long[market.Places.Count];
        _lotsAtStart = new long[_lots.Length];
    }

    /// <summary>Opens its accounts: capital by what it quotes, and the carry that it holds, perpetuals against spot.</summary>
    public void Join()
    {
        foreach (Place place in _market.Places)
        {
            double capital = place.Listing.Depth * _parameters.CapitalOverDepth / _parameters.Firms;
            AccountId account = Firm.Open(_market, place.Venue, capital);
            _accountAt[place.Number] = account;
            place.Liquidity.Admit(_market.Start, account, place.LeverageUpTo(_parameters.Leverage));
        }

        foreach (Place[] places in _placesOfCoin)
        {
            TakeCarry(places);
        }

        _lots.CopyTo(_lotsAtStart.AsSpan());
        _capital = Equity();
    }

    public void Reset()
    {
        _lotsAtStart.CopyTo(_lots.AsSpan());
        _lossFactor = 1;
        _pulledUntil = _market.Start;
    }

    /// <summary>The share of its full depth that it quotes at a place, on the bid and on the ask.</summary>
    /// <param name="unrest">By how much the place's volatility lies above its calm one, as a share of that; not negative.</param>
    public (double Bid, double Ask) AppetiteAt(Timestamp now, Place place, double unrest)
    {
        if (!_market.Parameters.Switches.MakersWithdraw)
        {
            return (1, 1);
        }

        if (now < _pulledUntil || _lossFactor == 0)
        {
            return (0, 0);
        }

        double dares = 1 / (1 + PortableMath.Pow(unrest / _halfDepthVolatility, _parameters.Steepness));
        double share = _lossFactor * (_parameters.LeastShare + (1 - _parameters.LeastShare) * dares);
        double price = place.Price;
        double inventory = place.Lots.CoinsOf(_lots[place.Number] - _lotsAtStart[place.Number], price) * price;
        double limit = _parameters.InventoryLimit * place.Listing.Depth / _parameters.Firms;
        double full = inventory / limit;
        return (share * Math.Clamp(2 - 2 * full, 0, 1), share * Math.Clamp(2 + 2 * full, 0, 1));
    }

    /// <summary>Takes in what its quotes traded at a place since it last looked.</summary>
    /// <param name="lots">Bought less sold.</param>
    public void Notice(Place place, long lots) => _lots[place.Number] += lots;

    /// <summary>Counts its money, and notices what was taken from it.</summary>
    /// <remarks>All firms look before the first of them hedges: in a book a hedge may meet another firm's quotes.</remarks>
    public void Look(Timestamp now)
    {
        double lost = 1 - Equity() / _capital;
        _lossFactor = Math.Clamp(1 - lost / _parameters.LossLimit, 0, 1);
        if (NoticeForcedCloses())
        {
            _pulledUntil = now + _parameters.PullAfterDeleveraging;
        }
    }

    /// <summary>Trades part of what it is not hedged in.</summary>
    public void Hedge(Timestamp now)
    {
        foreach (Place[] places in _placesOfCoin)
        {
            Hedge(now, places);
        }
    }

    private bool NoticeForcedCloses()
    {
        bool noticed = false;
        foreach (Place place in _market.Places)
        {
            long held = HeldAt(place).Lots;
            noticed |= held != _lots[place.Number];
            _lots[place.Number] = held;
        }

        return noticed;
    }

    // What its quotes brought it, it works off by quoting. What is beyond, such as the leg that deleveraging left naked, it
    // trades away part by part, where most is quoted.
    private void Hedge(Timestamp now, Place[] places)
    {
        double net = 0;
        double tolerated = 0;
        Place best = places[0];
        foreach (Place place in places)
        {
            net += place.Lots.CoinsOf(_lots[place.Number], place.Price);
            tolerated += _parameters.InventoryLimit * place.Listing.Depth / _parameters.Firms / place.Price;
            best = place.QuotedDensity > best.QuotedDensity ? place : best;
        }

        double part =
            1 - PortableMath.Exp(-_parameters.Interval.Nanoseconds / (double)_parameters.HedgeTime.Nanoseconds);
        double most = best.QuotedDensity * DepthCurve.MakerReach * _parameters.HedgeDepth / best.Price;
        double naked = net - Math.Clamp(net, -tolerated, tolerated);
        long lots = (long)best.Lots.LotsForCoins(Math.Clamp(naked * part, -most, most), best.Price);
        if (lots == 0)
        {
            return;
        }

        Side side = lots > 0 ? Side.Sell : Side.Buy;
        best.Liquidity.Withdraw(now, _number, side);
        long before = HeldAt(best).Lots;
        best.Venue.Venue.Take(
            now,
            best.Id,
            AccountAt(best),
            side,
            Quantity.FromLots(Math.Abs(lots)),
            worst: null,
            best.LeverageUpTo(_parameters.Leverage),
            out _
        );
        _lots[best.Number] += HeldAt(best).Lots - before;
    }

    private void TakeCarry(Place[] places)
    {
        Place[] spot = [.. places.Where(place => place.Venue.Parameters.IsSpot)];
        double coins = 0;
        foreach (Place place in places)
        {
            long lots = place.Listing.Carried.Lots / _parameters.Firms;
            if (!place.Venue.Parameters.IsSpot && lots > 0)
            {
                Adopt(place, -lots, 1.0 / place.LeverageUpTo(_parameters.Leverage).Hundredths * 100);
                coins += place.Lots.CoinsOf(lots, place.Liquidity.PriceAtStart);
            }
        }

        foreach (Place place in spot)
        {
            Adopt(
                place,
                (long)place.Lots.LotsForCoins(coins / spot.Length, place.Liquidity.PriceAtStart),
                marginRate: 1
            );
        }
    }

    // The margin of what it brings comes on top of its capital.
    private void Adopt(Place place, long lots, double marginRate)
    {
        if (lots == 0)
        {
            return;
        }

        AccountId account = AccountAt(place);
        double price = place.Liquidity.PriceAtStart;
        double value = place.Lots.CoinsOf(Math.Abs(lots), price) * price;
        Firm.Deposit(_market, place.Venue, account, value * marginRate);
        Rejection answer = place.Venue.Venue.Adopt(
            _market.Start,
            place.Id,
            account,
            Quantity.FromLots(lots),
            place.Venue.Venue.MarkOf(place.Id),
            Money.Zero,
            place.LeverageUpTo(_parameters.Leverage)
        );
        Invariant.Holds(answer == Rejection.None, "a hedged firm stands at the start");
        _lots[place.Number] = lots;
    }

    private double Equity()
    {
        double sum = 0;
        foreach (Place place in _market.Places)
        {
            Money equity = place.Venue.Venue.EquityOf(AccountAt(place));
            sum += (double)place.Venue.Reported.ToDecimal(equity);
        }

        return sum;
    }

    private Quantity HeldAt(Place place) => place.Venue.Venue.LotsOf(AccountAt(place), place.Id);

    private AccountId AccountAt(Place place) => _accountAt[place.Number];
}
