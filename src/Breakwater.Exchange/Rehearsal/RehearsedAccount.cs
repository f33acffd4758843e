using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A copy of one margin account that a rehearsal may close positions of, at one mark of the leader at a time.</summary>
internal sealed class RehearsedAccount(InstrumentRules[] instruments, MarkRay ray)
{
    private const int None = -1;
    private const int Several = -2;

    private readonly RehearsedHolding[] _held = new RehearsedHolding[instruments.Length];
    private readonly RehearsedHolding[] _loaded = new RehearsedHolding[instruments.Length];
    private readonly bool _atEquality = instruments[0].LiquidatesAtEquality;
    private int _count;
    private int _loadedCount;
    private Money _balance;
    private Money _loadedBalance;
    private bool _isCross;
    private int _weight;

    public bool IsEmpty => _count == 0;

    /// <summary>The leader's mark, in ticks, that it stands at.</summary>
    public long Leader { get; private set; }

    /// <param name="balance">Behind all of its positions, without what they owe in funding.</param>
    public void Begin(Money balance, in Account account)
    {
        (_loadedCount, _loadedBalance) = (0, balance);
        (_isCross, _weight) = (account.Mode == MarginMode.Cross, account.Weight);
    }

    public void Add(int position, in Position row, Money fundingOwed)
    {
        _loadedBalance -= fundingOwed;
        ref RehearsedHolding added = ref _loaded[_loadedCount++];
        added = new RehearsedHolding(position, row.Instrument, row.Lots, row.Cost, row.Leverage);
        Reserve(ref added);
        Reprice(ref added, ray.Origin.Ticks);
    }

    /// <summary>Puts it at the ray's origin, with all that was added.</summary>
    public void Rewind()
    {
        _loaded.AsSpan(0, _loadedCount).CopyTo(_held);
        (_count, _balance, Leader) = (_loadedCount, _loadedBalance, ray.Origin.Ticks);
    }

    /// <summary>Whether a position of it may lose where the leader's mark moves down, or up.</summary>
    /// <remarks>A mark that moves one way can liquidate one side of its positions only: maintenance margins change by less than values.</remarks>
    public bool MayEnd(bool falling)
    {
        foreach (ref RehearsedHolding each in _loaded.AsSpan(0, _loadedCount))
        {
            if (ray.Moves(each.Instrument) && each.Lots.IsLong == (ray.MovesWithLeader(each.Instrument) == falling))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the first mark of the leader, from where it stands to another, at which the account is liquidatable.</summary>
    /// <remarks>
    /// What the account can still lose is a concave function of the leader's mark, since maintenance margins are convex in
    /// notionals: safe at both ends is safe between them. (The rounding of marks that follow may bend that by a tick.)
    /// </remarks>
    /// <returns>False if there is none; then it stays.</returns>
    public bool TryMoveToCrossing(long to)
    {
        Money slack = Slack();
        if (IsDue(slack))
        {
            return true;
        }

        long at = Leader;
        bool crosses = Mover() switch
        {
            None => false,
            Several => TrySearch(slack, to, out at),
            int leader => TryFindCrossingOfLeader(_held[leader], slack, to, out at),
        };
        if (crosses)
        {
            MoveTo(at);
        }

        return crosses;
    }

    /// <summary>The holding with the largest maintenance margin, then the oldest.</summary>
    public int Largest()
    {
        int largest = 0;
        for (int i = 1; i < _count; i++)
        {
            int order = _held[i].Maintenance.CompareTo(_held[largest].Maintenance);
            if (order > 0 || (order == 0 && _held[i].Row < _held[largest].Row))
            {
                largest = i;
            }
        }

        return largest;
    }

    public int Count => _count;

    /// <summary>Whether one holding's position is older than another's.</summary>
    public bool IsOlder(int held, int other) => _held[held].Row < _held[other].Row;

    /// <summary>What closing a part of a position at its mark takes off its maintenance margin.</summary>
    /// <param name="lots">Signed as the position.</param>
    public Money ReleasedBy(int held, Quantity lots)
    {
        RehearsedHolding row = _held[held];
        Money before = row.Maintenance;
        if (lots == row.Lots)
        {
            return before;
        }

        (row.Lots, row.Cost) = (row.Lots - lots, row.Cost - CostShare.Of(row.Cost, lots, row.Lots));
        Reserve(ref row);
        Reprice(ref row, Leader);
        return before - row.Maintenance;
    }

    public MarginState State()
    {
        Money equity = _balance;
        Money maintenance = Money.Zero;
        foreach (ref RehearsedHolding each in Held)
        {
            equity += each.Value - each.Cost;
            maintenance += each.Maintenance;
        }

        return new MarginState(equity, maintenance, _atEquality);
    }

    /// <summary>Notional of all that it holds.</summary>
    public Money Exposure()
    {
        Money exposure = Money.Zero;
        foreach (ref RehearsedHolding each in Held)
        {
            exposure += each.Value.Magnitude;
        }

        return exposure;
    }

    public RehearsedPosition PositionOf(int held)
    {
        ref RehearsedHolding row = ref _held[held];
        return new RehearsedPosition(
            instruments[row.Instrument],
            row.Lots,
            row.Value,
            row.Cost,
            row.Maintenance,
            row.Mark,
            _weight
        );
    }

    /// <summary>Whether it holds nothing but these lots.</summary>
    public bool IsLast(Quantity lots) => _count == 1 && _held[0].Lots == lots;

    /// <summary>Closes all: what is left in it will be asked by nobody.</summary>
    public void Clear() => _count = 0;

    public InstrumentId InstrumentOf(int held) => new(_held[held].Instrument);

    /// <summary>Closes lots of a position at its mark.</summary>
    /// <param name="lots">Signed as the position.</param>
    /// <param name="fee">That the account pays.</param>
    public void Sell(int held, Quantity lots, Money fee)
    {
        Close(held, lots, _held[held].Mark);
        _balance -= fee;
    }

    /// <summary>Closes lots of a position at a price. What that realises stays with the account.</summary>
    /// <param name="lots">Signed as the position.</param>
    public void Close(int held, Quantity lots, Price price)
    {
        ref RehearsedHolding row = ref _held[held];
        Money cost = lots == row.Lots ? row.Cost : CostShare.Of(row.Cost, lots, row.Lots);
        _balance += instruments[row.Instrument].Instrument.Cost(price, lots) - cost;
        if (lots == row.Lots)
        {
            row = _held[--_count];
            return;
        }

        (row.Lots, row.Cost) = (row.Lots - lots, row.Cost - cost);
        Reserve(ref row);
        Reprice(ref row, Leader);
    }

    private Span<RehearsedHolding> Held => _held.AsSpan(0, _count);

    private bool IsDue(Money slack) => slack.IsNegative || (_atEquality && slack.IsZero);

    // The leader's place where nothing else moves along the ray.
    private int Mover()
    {
        int mover = None;
        for (int i = 0; i < _count; i++)
        {
            if (ray.Moves(_held[i].Instrument))
            {
                bool isOnly = mover == None && _held[i].Instrument == ray.Leader.Index;
                mover = isOnly ? i : Several;
            }
        }

        return mover;
    }

    private bool TryFindCrossingOfLeader(in RehearsedHolding row, Money slack, long to, out long at)
    {
        at = Leader;
        bool falls = to < Leader;
        if (row.Lots.IsLong != falls)
        {
            return false;
        }

        Money required = row.Value - (row.Maintenance - row.Reserve) - slack;
        long trigger = LiquidationPrice.Trigger(instruments[row.Instrument], row.Lots, row.Cost, _weight, required);
        at = falls ? Math.Min(Leader, trigger) : Math.Max(Leader, trigger);
        return falls ? at >= to : at <= to;
    }

    private bool TrySearch(Money slack, long to, out long at)
    {
        Money slackThere = SlackAt(to);
        bool crosses = IsDue(slackThere);
        at = crosses ? Search(Leader, slack.MinorUnits, to, slackThere.MinorUnits) : Leader;
        return crosses;
    }

    // False position: where a straight line from a safe to a crossed mark would cross. An end that stays twice counts half
    // (the Illinois rule), so that both ends close in.
    private long Search(long safe, double slackWhereSafe, long crossed, double slackWhereCrossed)
    {
        bool? wasDue = null;
        while (Math.Abs(safe - crossed) > 1)
        {
            double share = slackWhereSafe / (slackWhereSafe - slackWhereCrossed);
            long step = Math.Clamp((long)(Math.Abs(crossed - safe) * share), 1, Math.Abs(crossed - safe) - 1);
            long middle = safe + (crossed < safe ? -step : step);
            Money slack = SlackAt(middle);
            bool isDue = IsDue(slack);
            double kept = isDue == wasDue ? 0.5 : 1;
            (safe, slackWhereSafe) = isDue ? (safe, slackWhereSafe * kept) : (middle, slack.MinorUnits);
            (crossed, slackWhereCrossed) = isDue ? (middle, slack.MinorUnits) : (crossed, slackWhereCrossed * kept);
            wasDue = isDue;
        }

        return crossed;
    }

    private Money Slack()
    {
        Money slack = _balance;
        foreach (ref RehearsedHolding each in Held)
        {
            slack += each.Slack;
        }

        return slack;
    }

    private Money SlackAt(long leader)
    {
        Money slack = _balance;
        foreach (ref RehearsedHolding each in Held)
        {
            slack += ray.Moves(each.Instrument) ? SlackAt(each, leader) : each.Slack;
        }

        return slack;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Money SlackAt(in RehearsedHolding row, long leader)
    {
        InstrumentRules rules = instruments[row.Instrument];
        Money value = rules.Instrument.Value(ray.MarkOf(row.Instrument, leader), row.Lots);
        return value - row.Cost - rules.Maintenance(row.Lots, value, row.Cost, _weight) - row.Reserve;
    }

    private void MoveTo(long leader)
    {
        Leader = leader;
        foreach (ref RehearsedHolding each in Held)
        {
            if (ray.Moves(each.Instrument))
            {
                Reprice(ref each, leader);
            }
        }
    }

    private void Reserve(ref RehearsedHolding row) =>
        row.Reserve = _isCross ? instruments[row.Instrument].ReserveFor(row.Lots, row.Cost, row.Leverage) : Money.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reprice(ref RehearsedHolding row, long leader)
    {
        InstrumentRules rules = instruments[row.Instrument];
        row.Mark = ray.MarkOf(row.Instrument, leader);
        row.Value = rules.Instrument.Value(row.Mark, row.Lots);
        row.Maintenance = rules.Maintenance(row.Lots, row.Value, row.Cost, _weight) + row.Reserve;
    }
}
