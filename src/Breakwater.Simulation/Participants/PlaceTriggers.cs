using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What accounts will do at one place when its price falls or rises to a level, each once, in order of levels.</summary>
/// <remarks>A stop lies beyond the range of the past day: one inside it would have gone off.</remarks>
internal sealed class PlaceTriggers(Place place, CoinHistory history)
{
    private const int AccountBits = 26;
    private const long AccountMask = (1L << AccountBits) - 1;
    private static readonly Duration s_day = Duration.FromMinutes(24 * 60);
    private const long AddsMargin = 1L << (AccountBits - 1);

    // Level in ticks, whether margin is added, account: one sortable number. Those for falls count from the top.
    private long[] _falls = [];
    private long[] _rises = [];
    private int _nextFall;
    private int _nextRise;
    private double _addedMargin;
    private decimal _lowest;
    private decimal _highest;
    private double _participation;

    // Whose orders are too large to be sent at once, oldest first.
    private readonly List<AccountId> _working = [];

    /// <summary>Draws for every trader that holds something here.</summary>
    public void Draw(Seed crowd, BehaviourParameters behaviour)
    {
        _addedMargin = behaviour.AddedMargin;
        _participation = behaviour.Participation;
        if (place.Venue.Parameters.IsSpot)
        {
            return;
        }

        (_lowest, _highest) = history.RangeOf(s_day);
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

    public void Reset()
    {
        (_nextFall, _nextRise) = (0, 0);
        _working.Clear();
    }

    public void Fire(Timestamp now)
    {
        WorkOn(now);
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
            double edge = PortableMath.Log((double)((held.IsLong ? _lowest : _highest) / history.Price));
            Add(account, edge + against * stop, addsMargin: false, falls, rises);
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

    private void WorkOn(Timestamp now)
    {
        int kept = 0;
        for (int i = 0; i < _working.Count; i++)
        {
            AccountId account = _working[i];
            if (!Send(now, account, place.Venue.Venue.PositionOf(account, place.Id).Lots))
            {
                _working[kept++] = account;
            }
        }

        _working.RemoveRange(kept, _working.Count - kept);
    }

    /// <returns>Whether nothing is left to be sent.</returns>
    private bool Send(Timestamp now, AccountId account, Quantity held)
    {
        double quoted = place.Curve.DepthWithin(held.IsLong ? Side.Sell : Side.Buy, DepthCurve.MakerReach);
        long most = Math.Max((long)(quoted * _participation / (place.Price * place.LotSize)), 1);
        bool whole = held.Magnitude.Lots <= most;
        Quantity part = whole ? held : Quantity.FromLots(held.IsLong ? most : -most);
        place.Close(now, account, part);
        return whole;
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
            if (!Send(now, account, held))
            {
                _working.Add(account);
            }

            return;
        }

        long added = (long)(venue.WalletOf(account).MinorUnits * _addedMargin);
        if (added > 0)
        {
            venue.Deposit(now, account, Money.FromMinorUnits(added));
        }
    }
}
