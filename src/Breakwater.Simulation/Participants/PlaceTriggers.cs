using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What accounts will do at one place when its price falls or rises to a level, each once, in order of levels.</summary>
/// <remarks>A stop lies beyond the range of the past day: one inside it would have gone off.</remarks>
internal sealed class PlaceTriggers(Place place, CoinHistory history)
{
    private static readonly Duration s_day = Duration.FromMinutes(24 * 60);

    // Those for falls are ordered from the top.
    private readonly TriggerList _falls = new();
    private readonly TriggerList _rises = new();

    // Passed, and yet to be sent, whole or in part. Profits wait where the price may come back from them.
    private readonly Queue<AccountId> _stops = new();
    private readonly Queue<Trigger> _profitsOfShorts = new();
    private readonly Queue<Trigger> _profitsOfLongs = new();
    private double _addedMargin;
    private double _participation;

    private long Level => (long)(place.Price / (double)place.Instrument.TickSize);

    /// <summary>Draws for every trader that holds something here.</summary>
    public void Draw(Seed crowd, BehaviourParameters behaviour)
    {
        _addedMargin = behaviour.AddedMargin;
        _participation = behaviour.Participation;
        if (place.Venue.Parameters.IsSpot)
        {
            return;
        }

        var draw = new TriggerDraw(place, behaviour, history.RangeOf(s_day), _falls, _rises);
        long bucket = VenueLuck.Bucket(place.Venue.Parameters.Name, place.Id.Index);
        for (int index = VenueInWorld.FirstTrader; index < place.Venue.CrowdEnd; index++)
        {
            Quantity held = HeldBy(new AccountId(index));
            if (!held.IsZero)
            {
                draw.For(index, held, new DrawStream(crowd, (uint)index, DrawPurposes.Behaviour, bucket));
            }
        }

        _falls.Sort();
        _rises.Sort();
    }

    public void Reset()
    {
        _falls.Reset();
        _rises.Reset();
        _stops.Clear();
        _profitsOfShorts.Clear();
        _profitsOfLongs.Clear();
    }

    public void Fire(Timestamp now)
    {
        long level = Level;
        while (_falls.TryTake(Trigger.TicksEnd - level, out Trigger passed))
        {
            Pass(now, passed, _profitsOfShorts);
        }

        while (_rises.TryTake(level, out Trigger passed))
        {
            Pass(now, passed, _profitsOfLongs);
        }

        SendStops(now);
        SendProfits(now, _profitsOfShorts, Trigger.TicksEnd - level);
        SendProfits(now, _profitsOfLongs, level);
    }

    private void Pass(Timestamp now, Trigger passed, Queue<Trigger> profits)
    {
        switch (passed.Kind)
        {
            case TriggerKind.Stop:
                _stops.Enqueue(new AccountId(passed.Account));
                break;
            case TriggerKind.TakeProfit:
                profits.Enqueue(passed);
                break;
            case TriggerKind.AddMargin:
                AddMargin(now, new AccountId(passed.Account));
                break;
        }
    }

    private void AddMargin(Timestamp now, AccountId account)
    {
        Venue venue = place.Venue.Venue;
        long added = (long)(venue.WalletOf(account).MinorUnits * _addedMargin);
        if (added > 0 && !HeldBy(account).IsZero)
        {
            venue.Deposit(now, account, Money.FromMinorUnits(added));
        }
    }

    // In order of their levels, as far as this step's share of the book goes; the last of them may be sent in part.
    private void SendStops(Timestamp now)
    {
        double left = _participation;
        while (left > 0 && _stops.TryPeek(out AccountId account))
        {
            if (Send(now, account, ref left))
            {
                _stops.Dequeue();
            }
        }
    }

    private void SendProfits(Timestamp now, Queue<Trigger> profits, long order)
    {
        double left = _participation;
        while (left > 0 && profits.TryPeek(out Trigger next) && next.Order <= order)
        {
            if (Send(now, new AccountId(next.Account), ref left))
            {
                profits.Dequeue();
            }
        }
    }

    /// <param name="left">Of what is quoted within 1 %, as a share.</param>
    /// <returns>Whether the whole position was sent.</returns>
    private bool Send(Timestamp now, AccountId account, ref double left)
    {
        Quantity held = HeldBy(account);
        double density = place.Curve.QuotedAgainst(held.IsLong ? Side.Sell : Side.Buy);
        double quoted = Math.Max(density * DepthCurve.MakerReach / (place.Price * place.LotSize), 1);
        double share = held.Magnitude.Lots / quoted;
        bool whole = share <= left;
        place.Close(now, account, whole ? held : Quantity.FromLots((long)(held.Lots * (left / share))));
        left -= share;
        return whole;
    }

    private Quantity HeldBy(AccountId account) => place.Venue.Venue.PositionOf(account, place.Id).Lots;
}
