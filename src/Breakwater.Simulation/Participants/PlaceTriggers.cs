using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What accounts will do at one place when its price falls or rises to a level, each once, in order of levels.</summary>
internal sealed class PlaceTriggers(Place place)
{
    private const int AccountBits = 26;
    private const long AccountMask = (1L << AccountBits) - 1;
    private const long AddsMargin = 1L << (AccountBits - 1);

    // Level in ticks, whether margin is added, account: one sortable number. Those for falls count from the top.
    private long[] _falls = [];
    private long[] _rises = [];
    private int _nextFall;
    private int _nextRise;
    private double _addedMargin;

    /// <summary>Draws for every trader that holds something here.</summary>
    public void Draw(Seed crowd, BehaviourParameters behaviour)
    {
        _addedMargin = behaviour.AddedMargin;
        if (place.Venue.Parameters.IsSpot)
        {
            return;
        }

        var falls = new List<long>();
        var rises = new List<long>();
        long bucket = VenueLuck.Bucket(place.Venue.Parameters.Name, place.Id.Index);
        for (int index = VenueInWorld.FirstTrader; index < place.Venue.CrowdEnd; index++)
        {
            var account = new AccountId(index);
            Quantity held = place.Venue.Venue.PositionOf(account, place.Id).Lots;
            if (!held.IsZero)
            {
                var draws = new DrawStream(crowd, (uint)index, DrawPurposes.Behaviour, bucket);
                DrawFor(account, held, ref draws, behaviour, falls, rises);
            }
        }

        _falls = [.. falls];
        _rises = [.. rises];
        Array.Sort(_falls);
        Array.Sort(_rises);
    }

    public void Reset() => (_nextFall, _nextRise) = (0, 0);

    public void Fire(Timestamp now)
    {
        long level = (long)(place.Price / (double)place.Instrument.TickSize);
        while (_nextFall < _falls.Length && TicksEnd - (_falls[_nextFall] >> AccountBits) >= level)
        {
            Act(now, _falls[_nextFall++]);
        }

        while (_nextRise < _rises.Length && _rises[_nextRise] >> AccountBits <= level)
        {
            Act(now, _rises[_nextRise++]);
        }
    }

    private const long TicksEnd = 1L << 32;

    private void DrawFor(
        AccountId account,
        Quantity held,
        ref DrawStream draws,
        BehaviourParameters behaviour,
        List<long> falls,
        List<long> rises
    )
    {
        bool stops = draws.NextBernoulli(behaviour.StopShare);
        double stop = draws.NextLogNormal(PortableMath.Log(behaviour.StopDistance), behaviour.DistanceSigma);
        bool takesProfit = draws.NextBernoulli(behaviour.TakeProfitShare);
        double profit = draws.NextLogNormal(PortableMath.Log(behaviour.TakeProfitDistance), behaviour.DistanceSigma);
        bool adds = draws.NextBernoulli(behaviour.AddMarginShare);
        int against = held.IsLong ? -1 : 1;
        if (stops)
        {
            Add(account, against * stop, addsMargin: false, falls, rises);
        }

        if (takesProfit)
        {
            Add(account, -against * profit, addsMargin: false, falls, rises);
        }

        if (adds && place.Venue.Venue.ModeOf(account) == MarginMode.Cross)
        {
            Add(account, against * HalfTheMargin(account, held), addsMargin: true, falls, rises);
        }
    }

    // Distance of the price at which the position alone has lost half of the account's equity.
    private double HalfTheMargin(AccountId account, Quantity held)
    {
        Venue venue = place.Venue.Venue;
        Money notional = place.Instrument.Notional(venue.MarkOf(place.Id), held.Magnitude);
        double equity = venue.EquityOf(account).MinorUnits;
        return equity / 2 / notional.MinorUnits;
    }

    private void Add(AccountId account, double distance, bool addsMargin, List<long> falls, List<long> rises)
    {
        double level = place.Curve.PriceOf(distance) / (double)place.Instrument.TickSize;
        long low = (uint)account.Index + (addsMargin ? AddsMargin : 0);
        if (level is >= 1 and < TicksEnd)
        {
            long ticks = (long)level;
            long key = distance < 0 ? TicksEnd - ticks : ticks;
            (distance < 0 ? falls : rises).Add((key << AccountBits) | low);
        }
    }

    private void Act(Timestamp now, long key)
    {
        long low = key & AccountMask;
        var account = new AccountId((int)(low & ~AddsMargin));
        Venue venue = place.Venue.Venue;
        Quantity held = venue.PositionOf(account, place.Id).Lots;
        if (held.IsZero)
        {
            return;
        }

        if ((low & AddsMargin) == 0)
        {
            place.Close(now, account, held);
            return;
        }

        long added = (long)(venue.WalletOf(account).MinorUnits * _addedMargin);
        if (added > 0)
        {
            venue.Deposit(now, account, Money.FromMinorUnits(added));
        }
    }
}
