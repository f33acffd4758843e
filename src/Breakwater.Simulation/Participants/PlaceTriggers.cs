using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What accounts will do at one place when its price falls or rises to a level, each once, in order of levels.</summary>
/// <remarks>A stop lies beyond the range of the past day: one inside it would have gone off.</remarks>
internal sealed class PlaceTriggers(Place place, CoinHistory history, Timestamp end)
{
    private const int Lookahead = 16;

    private static readonly Duration s_day = Duration.FromMinutes(24 * 60);

    private readonly long _bucket = VenueLuck.Bucket(place.Venue.Parameters.Name, place.Id.Index);

    // Those for falls are ordered from the top.
    private readonly TriggerList _falls = new();
    private readonly TriggerList _rises = new();

    // Who leaves, from when on; accounts break ties. Who wins is in no hurry.
    private readonly PriorityQueue<AccountId, (Timestamp Time, int Account)> _losersLeaving = new();
    private readonly PriorityQueue<AccountId, (Timestamp Time, int Account)> _winnersLeaving = new();

    // Passed, and yet to be sent, whole or in part. Profits wait where the price may come back from them.
    private readonly Queue<Trigger> _profitsOfShorts = new();
    private readonly Queue<Trigger> _profitsOfLongs = new();
    private Seed _crowd;
    private BehaviourParameters _behaviour = null!;

    /// <summary>Draws for every trader that holds something here.</summary>
    public void Draw(Seed crowd, BehaviourParameters behaviour)
    {
        (_crowd, _behaviour) = (crowd, behaviour);
        if (place.Venue.Parameters.IsSpot)
        {
            return;
        }

        // Accounts that were given have no stated shares to meet, and one more of them would move all that are smaller.
        SizeOrder? bySize = place.Venue.BySize;
        ScrambledSobol? ofLongs = bySize is null ? null : StrataOf(isLong: true);
        ScrambledSobol? ofShorts = bySize is null ? null : StrataOf(isLong: false);
        var draw = new TriggerDraw(place, behaviour, history.RangeOf(s_day), _falls, _rises);
        (int longs, int shorts) = (0, 0);
        for (int rank = 0; rank < place.Venue.Parameters.CrowdAccounts; rank++)
        {
            int account = VenueInWorld.FirstTrader + (bySize?.AccountAt(rank) ?? rank);
            Quantity held = HeldBy(new AccountId(account));
            if (!held.IsZero)
            {
                DrawStream own = DrawsOf(account, DrawPurposes.Behaviour);
                draw.For(
                    account,
                    held,
                    held.IsLong ? new HolderDraws(own, ofLongs, longs++) : new HolderDraws(own, ofShorts, shorts++)
                );
            }
        }

        _falls.Sort();
        _rises.Sort();
    }

    public void Reset()
    {
        _falls.Reset();
        _rises.Reset();
        _losersLeaving.Clear();
        _winnersLeaving.Clear();
        _profitsOfShorts.Clear();
        _profitsOfLongs.Clear();
    }

    public void Fire(Timestamp now)
    {
        double price = place.Price;
        long level = (long)(price / place.TickSize);
        while (_falls.TryTake(Trigger.TicksEnd - level, out Trigger passed))
        {
            ExpectOneOf(_falls);
            Pass(now, passed, isFall: true);
        }

        while (_rises.TryTake(level, out Trigger passed))
        {
            ExpectOneOf(_rises);
            Pass(now, passed, isFall: false);
        }

        if (IsTime(now, _losersLeaving, out _))
        {
            SendLeavers(now, _losersLeaving, place.CalmDensity, place.BoundsAround(price, _behaviour.MarketOrderReach));
        }

        if (IsTime(now, _winnersLeaving, out _))
        {
            SendLeavers(now, _winnersLeaving, place.QuotedDensity, place.QuotedBoundsAround(price));
        }

        SendProfits(now, _profitsOfShorts, Trigger.TicksEnd - level, price);
        SendProfits(now, _profitsOfLongs, level, price);
    }

    private ScrambledSobol StrataOf(bool isLong) =>
        new(new DrawStream(_crowd, isLong ? 0u : 1u, DrawPurposes.StrataOfBehaviour, _bucket), TriggerDraw.Draws);

    private void Pass(Timestamp now, Trigger passed, bool isFall)
    {
        switch (passed.Kind)
        {
            case TriggerKind.Stop:
                Leave(now, passed.Account, _behaviour.StopDelay, _losersLeaving);
                break;
            case TriggerKind.Exit:
                bool wins = HeldBy(new AccountId(passed.Account)).IsLong != isFall;
                Leave(now, passed.Account, _behaviour.ExitDelay, wins ? _winnersLeaving : _losersLeaving);
                break;
            case TriggerKind.TakeProfit:
                (isFall ? _profitsOfShorts : _profitsOfLongs).Enqueue(passed);
                break;
            case TriggerKind.AddMargin:
                AddMargin(now, new AccountId(passed.Account));
                break;
        }
    }

    private void ExpectOneOf(TriggerList passed)
    {
        if (passed.TryPeek(Lookahead, out Trigger coming))
        {
            place.Venue.Venue.Expect(new AccountId(coming.Account));
        }
    }

    private void AddMargin(Timestamp now, AccountId account)
    {
        Venue venue = place.Venue.Venue;
        Money added = _behaviour.AddedMargin.Of(venue.WalletOf(account), Rounding.Floor);
        if (added.IsPositive && !HeldBy(account).IsZero)
        {
            venue.Deposit(now, account, added);
        }
    }

    private void Leave(
        Timestamp now,
        int account,
        Duration delay,
        PriorityQueue<AccountId, (Timestamp Time, int Account)> leavers
    )
    {
        double patience = -PortableMath.Log(1 - DrawsOf(account, DrawPurposes.Patience).NextUniform());
        double wait = patience * delay.Nanoseconds;
        if (wait < (end - now).Nanoseconds)
        {
            Timestamp leaves = now + Duration.FromNanoseconds((long)wait);
            leavers.Enqueue(new AccountId(account), (leaves, account));
        }
    }

    // In the order in which they made up their minds. Who loses does not look at what is quoted: it takes a calm day's book to be as
    // patient as it believes it is. The last of them may be sent in part.
    private void SendLeavers(
        Timestamp now,
        PriorityQueue<AccountId, (Timestamp Time, int Account)> leavers,
        double density,
        PriceBounds bounds
    )
    {
        double left = _behaviour.Participation;
        while (left > 0 && IsTime(now, leavers, out AccountId account))
        {
            if (Send(now, account, density, bounds, ref left))
            {
                leavers.Dequeue();
            }
        }
    }

    private static bool IsTime(
        Timestamp now,
        PriorityQueue<AccountId, (Timestamp Time, int Account)> leavers,
        out AccountId account
    ) => leavers.TryPeek(out account, out (Timestamp Time, int) mind) && mind.Time <= now;

    private void SendProfits(Timestamp now, Queue<Trigger> profits, long order, double price)
    {
        if (!profits.TryPeek(out Trigger next) || next.Order > order)
        {
            return;
        }

        PriceBounds bounds = place.QuotedBoundsAround(price);
        double left = _behaviour.Participation;
        while (left > 0 && profits.TryPeek(out next) && next.Order <= order)
        {
            if (Send(now, new AccountId(next.Account), place.QuotedDensity, bounds, ref left))
            {
                profits.Dequeue();
            }
        }
    }

    /// <param name="left">Of the dollars at that density within 1 %, as a share; none where the book had too little.</param>
    /// <returns>Whether nothing is held any more.</returns>
    private bool Send(Timestamp now, AccountId account, double density, PriceBounds bounds, ref double left)
    {
        Quantity held = HeldBy(account);
        double quoted = Math.Max(place.Lots.LotsForDollars(density * DepthCurve.MakerReach, place.Price), 1);
        double share = held.Magnitude.Lots / quoted;
        place.Close(now, account, share <= left ? held : Quantity.FromLots((long)(held.Lots * (left / share))), bounds);
        bool isOut = HeldBy(account).IsZero;
        left = isOut ? left - share : 0;
        return isOut;
    }

    private DrawStream DrawsOf(int account, DrawPurpose purpose) => new(_crowd, (uint)account, purpose, _bucket);

    private Quantity HeldBy(AccountId account) => place.Venue.Venue.LotsOf(account, place.Id);
}
