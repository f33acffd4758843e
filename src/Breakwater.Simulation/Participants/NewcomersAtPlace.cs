using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>The newcomers of one place, those first whom the smallest move brings.</summary>
internal sealed class NewcomersAtPlace(Place place, NewcomerParameters parameters)
{
    private readonly Newcomer[] _newcomers = new Newcomer[parameters.Accounts];

    // Who has made up his mind, from when on and on which side; his number breaks ties.
    private readonly PriorityQueue<(int Number, Side Side), (Timestamp Time, int Number)> _decided = new();
    private int _weight;
    private int _next;

    private double DollarsEach => place.Listing.OpenInterestValue * parameters.Share / parameters.Accounts;

    /// <summary>Opens their accounts, without money: each brings his own when he comes.</summary>
    public void Join(Timestamp start, Seed crowd)
    {
        _weight = WeightOfEach();
        for (int number = 0; number < _newcomers.Length; number++)
        {
            AccountId account = place.Venue.Venue.OpenAccount(start, MarginMode.Cross, _weight);
            _newcomers[number] = Draw(account, crowd, number);
        }

        Array.Sort(_newcomers, (left, right) => left.Distance.CompareTo(right.Distance));
    }

    public void Reset()
    {
        _next = 0;
        _decided.Clear();
    }

    public void Act(Timestamp now)
    {
        double price = place.Price;
        if (_next < _newcomers.Length)
        {
            MakeUpMinds(now, PortableMath.Log(price / place.Liquidity.PriceAtStart));
        }

        if (!IsTime(now, out _))
        {
            return;
        }

        PriceBounds bounds = place.QuotedBoundsAround(price);
        while (IsTime(now, out (int Number, Side Side) first))
        {
            _decided.Dequeue();
            Open(now, _newcomers[first.Number], first.Side, bounds.For(first.Side));
        }
    }

    private void MakeUpMinds(Timestamp now, double move)
    {
        while (_next < _newcomers.Length && _newcomers[_next].Distance <= Math.Abs(move))
        {
            Newcomer newcomer = _newcomers[_next];
            Side side = newcomer.Chases == move > 0 ? Side.Buy : Side.Sell;
            _decided.Enqueue((_next, side), (now + newcomer.Delay, _next));
            _next++;
        }
    }

    private bool IsTime(Timestamp now, out (int Number, Side Side) first) =>
        _decided.TryPeek(out first, out (Timestamp Time, int) mind) && mind.Time <= now;

    // No farther than makers reach: who comes of his own will looks at what is quoted. What finds no counterparty is not opened.
    private void Open(Timestamp now, in Newcomer newcomer, Side side, Price worst)
    {
        Venue venue = place.Venue.Venue;
        Quantity lots = Quantity.FromLots((long)place.Lots.LotsForDollars(DollarsEach, place.Price));
        if (lots.IsZero)
        {
            return;
        }

        Money value = place.Instrument.Notional(venue.MarkOf(place.Id), lots);
        Leverage leverage = place.LeverageUpTo(newcomer.Leverage, value, side == Side.Buy ? lots : -lots, _weight);
        Money notional = Money.Max(value, place.Instrument.Notional(worst, lots));
        venue.Deposit(now, newcomer.Account, leverage.InitialMargin(notional));
        venue.Take(now, place.Id, newcomer.Account, side, lots, worst, leverage, out _);
    }

    // So many people that each holds about what one of the crowd does on average.
    private int WeightOfEach()
    {
        VenueParameters venue = place.Venue.Parameters;
        double held = 2 * venue.Listings.Sum(listing => listing.OpenInterestValue) / venue.Crowd.Population;
        return Math.Max((int)(DollarsEach / held), 1);
    }

    private Newcomer Draw(AccountId account, Seed crowd, int number)
    {
        long bucket = VenueLuck.Bucket(place.Venue.Parameters.Name, place.Id.Index);
        var draws = new DrawStream(crowd, (uint)number, DrawPurposes.Newcomer, bucket);
        double distance = draws.NextLogNormal(PortableMath.Log(parameters.Distance), parameters.DistanceSigma);
        double delay = draws.NextExponential() * parameters.Delay.Nanoseconds;
        double leverage = draws.NextLogNormal(PortableMath.Log(parameters.MedianLeverage), parameters.LeverageSigma);
        return new Newcomer(
            account,
            distance,
            Duration.FromNanoseconds((long)delay),
            Leverage.FromHundredths((int)Math.Max(leverage * 100, 100)),
            draws.NextBernoulli(parameters.ChasingShare)
        );
    }
}
