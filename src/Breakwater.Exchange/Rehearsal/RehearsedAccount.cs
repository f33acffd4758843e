using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A copy of one margin account that a rehearsal may close positions of.</summary>
internal sealed class RehearsedAccount(InstrumentRules[] instruments, MarkRay ray)
{
    private readonly Held[] _held = new Held[instruments.Length];
    private int _count;
    private Money _balance;

    public bool IsEmpty => _count == 0;

    public int Weight { get; private set; }

    public void Begin(Money balance, int weight)
    {
        (_count, _balance, Weight) = (0, balance, weight);
    }

    public void Add(int position, in Position row, Money fundingOwed)
    {
        _held[_count++] = new Held(position, row.Instrument, row.Lots, row.Cost + fundingOwed);
    }

    public Quantity LotsOf(int held) => _held[held].Lots;

    public Money ValueAt(int held, long leader) => Value(_held[held], leader);

    /// <summary>The first mark of the leader on the way from one to another at which the account is liquidatable.</summary>
    /// <remarks>
    /// What the account can still lose is a concave function of the leader's mark, since maintenance margins are convex in
    /// notionals: safe at both ends is safe between them. (The rounding of marks that follow may bend that by a tick.)
    /// </remarks>
    public bool TryFindCrossing(long from, long to, out long at)
    {
        at = from;
        Money slack = SlackAt(from);
        if (slack.IsNegative)
        {
            return true;
        }

        return Mover() switch
        {
            Held.None => false,
            Held.Several => SlackAt(to).IsNegative && Search(from, to, out at),
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

    public RehearsedOrder OrderAt(AccountId account, int held, Quantity lots, long leader)
    {
        ref Held row = ref _held[held];
        Money value = Value(row, leader).Magnitude;
        Price mark = ray.MarkOf(row.Instrument, leader);
        return new RehearsedOrder(
            account,
            new InstrumentId(row.Instrument),
            lots,
            Price.FromTicks(leader),
            instruments[row.Instrument].Instrument.Notional(mark, lots.Magnitude),
            instruments[row.Instrument].Margin.EffectiveRate(value, lots, Weight)
        );
    }

    /// <summary>Closes lots of a position at its mark; the fee is charged up to what equity is left.</summary>
    public void Close(int held, Quantity lots, long leader, Rate fee)
    {
        ref Held row = ref _held[held];
        Money notional = instruments[row.Instrument].Instrument.Notional(ray.MarkOf(row.Instrument, leader), lots);
        Money left = Money.Max(EquityAt(leader), Money.Zero);
        _balance -= Money.Min(fee.Of(notional.Magnitude, Rounding.Ceiling), left);
        row = row with { Lots = row.Lots - lots, Cost = row.Cost - notional };
        if (row.Lots.IsZero)
        {
            // What it realised stays with the account.
            _balance -= row.Cost;
            row = _held[--_count];
        }
    }

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
        long trigger = LiquidationPrice.Trigger(instruments[row.Instrument], row.Lots, row.Cost, Weight, required);
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
            if (slack.IsNegative)
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

    private Money EquityAt(long leader)
    {
        Money equity = _balance;
        for (int i = 0; i < _count; i++)
        {
            equity += Value(_held[i], leader) - _held[i].Cost;
        }

        return equity;
    }

    private Money SlackAt(long leader)
    {
        Money slack = _balance;
        for (int i = 0; i < _count; i++)
        {
            slack += Carried(_held[i], leader) - _held[i].Cost;
        }

        return slack;
    }

    private Money Carried(in Held row, long leader)
    {
        Money value = Value(row, leader);
        return value - instruments[row.Instrument].Maintenance(row.Lots, value, row.Cost, Weight);
    }

    private Money Value(in Held row, long leader) =>
        instruments[row.Instrument].Instrument.Notional(ray.MarkOf(row.Instrument, leader), row.Lots);

    private Money Maintenance(in Held row, long leader) =>
        instruments[row.Instrument].Maintenance(row.Lots, Value(row, leader), row.Cost, Weight);

    /// <param name="Cost">With the funding that it owes.</param>
    private record struct Held(int Position, int Instrument, Quantity Lots, Money Cost)
    {
        public const int None = -1;
        public const int Several = -2;
    }
}
