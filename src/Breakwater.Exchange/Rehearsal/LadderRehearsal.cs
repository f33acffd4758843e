using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Plays the orders of a venue's ladder for every account while marks move along a ray, and touches nobody.</summary>
/// <remarks>
/// Orders are taken to fill whole at the mark, and whoever is taken over to be so at the bankruptcy price; nobody is closed
/// against winners. After a partial order the cool-down is taken to last, where there is one. Collateral counts
/// for what it does at its present price, and none is sold. Rules: docs/models/liquidation.md; what is left out: docs/models/cascade.md.
/// </remarks>
/// <param name="watch">Knows when whom is due under the venue's own rules; null where others are asked about.</param>
/// <param name="lowest">The leader's mark, in ticks, down to which it is played, inclusive.</param>
/// <param name="highest">Up to which it is played.</param>
/// <param name="cap">Who has more leverage than this is taken to have put in what it asks for; null for nobody.</param>
internal sealed class LadderRehearsal(
    Ledger ledger,
    LiquidationWatch? watch,
    Margins margins,
    VenueRules rules,
    MarkRay ray,
    long lowest,
    long highest,
    Leverage? cap = null
)
{
    private readonly InstrumentRules[] _instruments = [.. rules.Instruments];
    private readonly int[] _open = new int[rules.Instruments.Count];
    private readonly RehearsedAccount _account = new([.. rules.Instruments], ray);
    private readonly RehearsedLadder _ladder = new(rules);
    private readonly bool _releasesMost =
        rules.Collateral?.Unified.PositionOrder == PositionOrder.OppositesThenMostReleased;

    /// <param name="first">Number of the first account.</param>
    /// <param name="end">Number after the last.</param>
    public void Run<TObserver>(int first, int end, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        for (int account = first; account < end; account++)
        {
            ref Account row = ref ledger.Account(account);
            if (row.Role == AccountRole.Trader)
            {
                Play(new AccountId(account), row, ref observer);
            }
        }
    }

    private void Play<TObserver>(AccountId id, in Account account, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        ReadOnlySpan<int> open = OpenPositionsOf(account, out bool moves);
        if (!moves)
        {
            return;
        }

        if (account.Mode == MarginMode.Isolated)
        {
            PlayEach(open, account, ref observer);
        }
        else if (open.Length == 1)
        {
            PlayAlone(open[0], margins.BalanceOfCross(id.Index) + PutIn(open[0]), account, ref observer);
        }
        else
        {
            Load(open, id.Index);
            PlayBothWays(id, account, ref observer);
        }
    }

    private ReadOnlySpan<int> OpenPositionsOf(in Account account, out bool moves)
    {
        int count = 0;
        moves = false;
        int p = account.FirstPosition;
        while (p != Ledger.None)
        {
            ref Position row = ref ledger.Position(p);
            if (!row.Lots.IsZero)
            {
                _open[count++] = p;
                moves |= ray.Moves(row.Instrument);
            }

            p = row.NextOfAccount;
        }

        return _open.AsSpan(0, count);
    }

    private void PlayEach<TObserver>(ReadOnlySpan<int> open, in Account account, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        foreach (int position in open)
        {
            PlayAlone(position, ledger.Position(position).IsolatedMargin + PutIn(position), account, ref observer);
        }
    }

    // By whom a cap on leverage would have bound when he opened: the margin that it asks for beyond his own.
    private Money PutIn(int position)
    {
        ref Position row = ref ledger.Position(position);
        return cap is { } highest && row.Leverage > highest
            ? highest.InitialMargin(row.Cost.Magnitude) - row.Leverage.InitialMargin(row.Cost.Magnitude)
            : Money.Zero;
    }

    private void PlayAlone<TObserver>(int position, Money balance, in Account account, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        ref Position row = ref ledger.Position(position);
        if (!ray.Moves(row.Instrument))
        {
            return;
        }

        if (row.Instrument == ray.Leader.Index)
        {
            long trigger = TriggerOf(position, row, balance, account);
            bool reached = row.Lots.IsLong ? trigger >= lowest : trigger <= highest;
            if (!reached)
            {
                return;
            }

            if (TryCloseWhole(row, trigger, balance, account, ref observer))
            {
                return;
            }
        }

        _account.Begin(balance, account);
        _account.Add(position, row, ledger.FundingOwed(row));
        PlayBothWays(new AccountId(row.Account), account, ref observer);
    }

    // The first mark that liquidates a position alone in its margin account: the venue's own index knows it, where its own
    // rules hold and no funding has moved it.
    private long TriggerOf(int position, in Position row, Money balance, in Account account)
    {
        if (watch is not null && !account.HasCollateral && watch.TryTriggerOf(position, out long trigger))
        {
            return trigger;
        }

        Money required = row.Cost + ledger.FundingOwed(row) - balance + ReserveOf(row, account);
        return LiquidationPrice.Trigger(_instruments[row.Instrument], row.Lots, row.Cost, account.Weight, required);
    }

    private Money ReserveOf(in Position row, in Account account) =>
        account.Mode == MarginMode.Cross
            ? _instruments[row.Instrument].ReserveFor(row.Lots, row.Cost, row.Leverage)
            : Money.Zero;

    private bool TryCloseWhole<TObserver>(
        in Position row,
        long trigger,
        Money balance,
        in Account account,
        ref TObserver observer
    )
        where TObserver : struct, IRehearsalObserver
    {
        InstrumentRules listed = _instruments[row.Instrument];
        long origin = ray.Origin.Ticks;
        var at = Price.FromTicks(row.Lots.IsLong ? Math.Min(trigger, origin) : Math.Max(trigger, origin));
        Money value = listed.Instrument.Value(at, row.Lots);
        Money maintenance = listed.Maintenance(row.Lots, value, row.Cost, account.Weight) + ReserveOf(row, account);
        Money equity = balance - ledger.FundingOwed(row) + value - row.Cost;
        var state = new MarginState(equity, maintenance, listed.LiquidatesAtEquality);
        var position = new RehearsedPosition(listed, row.Lots, value, row.Cost, maintenance, at, account.Weight);
        bool wholeOnly = ledger.Now < account.WholePositionsUntil;
        Quantity ordered = _ladder.OrderFor(position, state, value.Magnitude, ref wholeOnly);
        bool isWhole = ordered.IsZero || ordered == row.Lots.Magnitude;
        if (isWhole)
        {
            observer.Observe(
                OrderOf(new AccountId(row.Account), new InstrumentId(row.Instrument), position, ordered, at)
            );
        }

        return isWhole;
    }

    /// <param name="ordered">Zero where the position is taken over.</param>
    private static RehearsedOrder OrderOf(
        AccountId account,
        InstrumentId instrument,
        in RehearsedPosition position,
        Quantity ordered,
        Price leader
    )
    {
        Quantity closed = ordered.IsZero ? position.Lots.Magnitude : ordered;
        return new RehearsedOrder(
            account,
            instrument,
            position.Lots.IsLong ? closed : -closed,
            leader,
            position.Rules.Instrument.Notional(position.Mark, closed),
            position.MarginRate
        )
        {
            IsTakenOver = ordered.IsZero,
        };
    }

    private void Load(ReadOnlySpan<int> open, int account)
    {
        Money balance = margins.BalanceOfCross(account);
        foreach (int position in open)
        {
            balance += PutIn(position);
        }

        _account.Begin(balance, ledger.Account(account));
        foreach (int position in open)
        {
            ref Position row = ref ledger.Position(position);
            _account.Add(position, row, ledger.FundingOwed(row));
        }
    }

    private void PlayBothWays<TObserver>(AccountId id, in Account account, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        bool wasDue = _account.MayEnd(falling: true) && Play(id, account, lowest, ref observer);
        if (!wasDue && _account.MayEnd(falling: false))
        {
            Play(id, account, highest, ref observer);
        }
    }

    /// <returns>Whether it was due before any mark moved.</returns>
    private bool Play<TObserver>(AccountId id, in Account account, long last, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        _account.Rewind();
        bool wasDue = false;
        bool wholeOnly = ledger.Now < account.WholePositionsUntil;
        while (!_account.IsEmpty && _account.TryMoveToCrossing(last))
        {
            Step(id, ref wholeOnly, ref observer);
            wasDue |= _account.Leader == ray.Origin.Ticks;
        }

        return wasDue;
    }

    private int MostReleasing(MarginState state, bool wholeOnly)
    {
        (int first, Money most) = (0, Money.Zero);
        for (int held = 0; held < _account.Count; held++)
        {
            RehearsedPosition position = _account.PositionOf(held);
            bool afterPartial = wholeOnly;
            Quantity ordered = _ladder.OrderFor(position, state, _account.Exposure(), ref afterPartial);
            Quantity closed = ordered.IsZero ? position.Lots.Magnitude : ordered;
            Money released = _account.ReleasedBy(held, position.Lots.IsLong ? closed : -closed);
            if (held == 0 || released > most || (released == most && _account.IsOlder(held, first)))
            {
                (first, most) = (held, released);
            }
        }

        return first;
    }

    private void Step<TObserver>(AccountId id, ref bool wholeOnly, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        MarginState state = _account.State();
        int held = _releasesMost ? MostReleasing(state, wholeOnly) : _account.Largest();
        RehearsedPosition position = _account.PositionOf(held);
        Quantity ordered = _ladder.OrderFor(position, state, _account.Exposure(), ref wholeOnly);
        var leader = Price.FromTicks(_account.Leader);
        RehearsedOrder order = OrderOf(id, _account.InstrumentOf(held), position, ordered, leader);
        observer.Observe(order);
        if (_account.IsLast(order.Lots))
        {
            _account.Clear();
        }
        else if (order.IsTakenOver)
        {
            _account.Close(held, order.Lots, position.BankruptcyIn(state));
        }
        else
        {
            _account.Sell(held, order.Lots, _ladder.FeeOn(position, state, ordered));
        }
    }
}
