using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A copy of one margin account that a rehearsal may close positions of.</summary>
internal sealed class RehearsedAccount(InstrumentRules[] instruments, MarkRay ray)
{
    private readonly Held[] _held = new Held[instruments.Length];
    private readonly bool _atEquality = instruments[0].LiquidatesAtEquality;
    private int _count;
    private Money _balance;
    private bool _isCross;
    private int _weight;

    public bool IsEmpty => _count == 0;

    /// <param name="balance">Behind all of its positions, without what they owe in funding.</param>
    public void Begin(Money balance, in Account account)
    {
        (_count, _balance) = (0, balance);
        (_isCross, _weight) = (account.Mode == MarginMode.Cross, account.Weight);
    }

    public void Add(int position, in Position row, Money fundingOwed)
    {
        _balance -= fundingOwed;
        _held[_count++] = new Held(position, row.Instrument, row.Lots, row.Cost, row.Leverage);
    }

    /// <summary>The first mark of the leader on the way from one to another at which the account is liquidatable.</summary>
    /// <remarks>
    /// What the account can still lose is a concave function of the leader's mark, since maintenance margins are convex in
    /// notionals: safe at both ends is safe between them. (The rounding of marks that follow may bend that by a tick.)
    /// </remarks>
    public bool TryFindCrossing(long from, long to, out long at)
    {
        at = from;
        Money slack = SlackAt(from);
        if (IsDue(slack))
        {
            return true;
        }

        return Mover() switch
        {
            Held.None => false,
            Held.Several => IsDue(SlackAt(to)) && Search(from, to, out at),
            int leader => TryFindCrossingOfLeader(_held[leader], slack, from, to, out at),
        };
    }

    /// <summary>The held position with the largest maintenance margin, then the oldest.</summary>
    public int LargestAt(long leader)
    {
        int largest = 0;
        Money most = Money.Zero;
        for (int i = 0; i < _count; i++)
        {
            Money maintenance = _count == 1 ? Money.Zero : Maintenance(_held[i], leader);
            bool larger = maintenance > most || (maintenance == most && _held[i].Position < _held[largest].Position);
            if (larger)
            {
                (largest, most) = (i, maintenance);
            }
        }

        return largest;
    }

    public MarginState StateAt(long leader)
    {
        Money equity = _balance;
        Money maintenance = Money.Zero;
        for (int i = 0; i < _count; i++)
        {
            equity += Value(_held[i], leader) - _held[i].Cost;
            maintenance += Maintenance(_held[i], leader);
        }

        return new MarginState(equity, maintenance, _atEquality);
    }

    public RehearsedPosition PositionAt(int held, long leader)
    {
        ref Held row = ref _held[held];
        return new RehearsedPosition(
            instruments[row.Instrument],
            row.Lots,
            Value(row, leader),
            row.Cost,
            Maintenance(row, leader),
            ray.MarkOf(row.Instrument, leader),
            _weight
        );
    }

    public InstrumentId InstrumentOf(int held) => new(_held[held].Instrument);

    /// <summary>Closes lots of a position at its mark; the fee is charged up to what equity is left.</summary>
    /// <param name="lots">Signed as the position.</param>
    public void Sell(int held, Quantity lots, long leader, Rate fee)
    {
        int instrument = _held[held].Instrument;
        Price mark = ray.MarkOf(instrument, leader);
        Money notional = instruments[instrument].Instrument.Notional(mark, lots.Magnitude);
        Close(held, lots, mark);
        Money left = Money.Max(StateAt(leader).Equity, Money.Zero);
        _balance -= Money.Min(fee.Of(notional, Rounding.Ceiling), left);
    }

    /// <summary>Closes lots of a position at a price. What that realises stays with the account.</summary>
    /// <param name="lots">Signed as the position.</param>
    public void Close(int held, Quantity lots, Price price)
    {
        ref Held row = ref _held[held];
        Money cost = lots == row.Lots ? row.Cost : ShareOfCost(row, lots);
        _balance += instruments[row.Instrument].Instrument.Notional(price, lots) - cost;
        row = row with { Lots = row.Lots - lots, Cost = row.Cost - cost };
        if (row.Lots.IsZero)
        {
            row = _held[--_count];
        }
    }

    // As the ledger splits it.
    private static Money ShareOfCost(in Held row, Quantity lots) =>
        Money.FromMinorUnits(
            Fraction.Scale(row.Cost.MinorUnits, lots.Magnitude.Lots, row.Lots.Magnitude.Lots, Rounding.Floor)
        );

    private bool IsDue(Money slack) => slack.IsNegative || (_atEquality && slack.IsZero);

    // The leader's place where nothing else moves along the ray.
    private int Mover()
    {
        int mover = Held.None;
        for (int i = 0; i < _count; i++)
        {
            if (ray.Moves(_held[i].Instrument))
            {
                bool isOnly = mover == Held.None && _held[i].Instrument == ray.Leader.Index;
                mover = isOnly ? i : Held.Several;
            }
        }

        return mover;
    }

    private bool TryFindCrossingOfLeader(in Held row, Money slack, long from, long to, out long at)
    {
        at = from;
        bool falls = to < from;
        if (row.Lots.IsLong != falls)
        {
            return false;
        }

        Money required = Carried(row, from) - slack;
        long trigger = LiquidationPrice.Trigger(instruments[row.Instrument], row.Lots, row.Cost, _weight, required);
        at = falls ? Math.Min(from, trigger) : Math.Max(from, trigger);
        return falls ? at >= to : at <= to;
    }

    // Keeps a safe and an unsafe mark and looks where a straight line between them would cross, else in the middle.
    private bool Search(long safe, long crossed, out long at)
    {
        double slackWhereSafe = SlackAt(safe).MinorUnits;
        double slackWhereCrossed = SlackAt(crossed).MinorUnits;
        for (int i = 0; Math.Abs(safe - crossed) > 1; i++)
        {
            double share = i % 3 == 2 ? 0.5 : slackWhereSafe / (slackWhereSafe - slackWhereCrossed);
            long step = Math.Clamp((long)(Math.Abs(crossed - safe) * share), 1, Math.Abs(crossed - safe) - 1);
            long middle = safe + (crossed < safe ? -step : step);
            Money slack = SlackAt(middle);
            if (IsDue(slack))
            {
                (crossed, slackWhereCrossed) = (middle, slack.MinorUnits);
            }
            else
            {
                (safe, slackWhereSafe) = (middle, slack.MinorUnits);
            }
        }

        at = crossed;
        return true;
    }

    private Money SlackAt(long leader)
    {
        Money slack = _balance;
        for (int i = 0; i < _count; i++)
        {
            slack += Value(_held[i], leader) - _held[i].Cost - Maintenance(_held[i], leader);
        }

        return slack;
    }

    private Money Carried(in Held row, long leader)
    {
        Money value = Value(row, leader);
        return value - instruments[row.Instrument].Maintenance(row.Lots, value, row.Cost, _weight);
    }

    private Money Value(in Held row, long leader) =>
        instruments[row.Instrument].Instrument.Notional(ray.MarkOf(row.Instrument, leader), row.Lots);

    private Money Maintenance(in Held row, long leader)
    {
        InstrumentRules rules = instruments[row.Instrument];
        Money maintenance = rules.Maintenance(row.Lots, Value(row, leader), row.Cost, _weight);
        return _isCross ? maintenance + rules.ReserveFor(row.Lots, row.Cost, row.Leverage) : maintenance;
    }

    private record struct Held(int Position, int Instrument, Quantity Lots, Money Cost, Leverage Leverage)
    {
        public const int None = -1;
        public const int Several = -2;
    }
}
