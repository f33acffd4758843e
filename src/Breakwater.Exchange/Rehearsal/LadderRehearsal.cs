using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Plays the orders of a venue's ladder for every account while marks move along a ray, and touches nobody.</summary>
/// <remarks>
/// Orders are taken to fill whole at the mark, so that nothing is taken over and nobody deleveraged: what remains then is
/// decided by maintenance margin alone. After a partial order the cool-down is taken to last, where there is one. Rules:
/// docs/models/liquidation.md; what is left out: docs/models/cascade.md.
/// </remarks>
/// <param name="lowest">The leader's mark, in ticks, down to which it is played, inclusive.</param>
/// <param name="highest">Up to which it is played.</param>
internal sealed class LadderRehearsal(
    Ledger ledger,
    LiquidationWatch watch,
    InstrumentRules[] instruments,
    LiquidationRules ladder,
    MarkRay ray,
    long lowest,
    long highest
)
{
    private readonly RehearsedAccount _account = new(instruments, ray);
    private readonly bool _ordersParts = ladder.PartialShare < Rate.One;

    public void Run<TObserver>(ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        for (int account = 0; account < ledger.AccountCount; account++)
        {
            ref Account row = ref ledger.Account(account);
            if (row.Role != AccountRole.Trader)
            {
                continue;
            }

            if (row.Mode == MarginMode.Isolated)
            {
                PlayEach(row, ref observer);
            }
            else if (HoldsOneInstrument(row, out int only))
            {
                PlayAlone(only, row.Wallet, row, ref observer);
            }
            else
            {
                PlayTogether(new AccountId(account), row, ref observer);
            }
        }
    }

    private void PlayEach<TObserver>(in Account account, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            ref Position row = ref ledger.Position(p);
            if (!row.Lots.IsZero)
            {
                PlayAlone(p, row.IsolatedMargin, account, ref observer);
            }
        }
    }

    private bool HoldsOneInstrument(in Account account, out int only)
    {
        only = Ledger.None;
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            if (!ledger.Position(p).Lots.IsZero)
            {
                if (only != Ledger.None)
                {
                    return false;
                }

                only = p;
            }
        }

        return only != Ledger.None;
    }

    private void PlayAlone<TObserver>(int position, Money balance, in Account account, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        ref Position row = ref ledger.Position(position);
        if (!ray.Moves(row.Instrument))
        {
            return;
        }

        if (row.Instrument == ray.Leader.Index && watch.TryTriggerOf(position, out long trigger))
        {
            bool reached = row.Lots.IsLong ? trigger >= lowest : trigger <= highest;
            if (!reached)
            {
                return;
            }

            if (TryOrderWhole(row, trigger, account.Weight, ref observer))
            {
                return;
            }
        }

        bool isDue = false;
        foreach (long last in (ReadOnlySpan<long>)[lowest, highest])
        {
            _account.Begin(balance, account.Weight);
            _account.Add(position, row, ledger.FundingOwed(row));
            isDue = isDue || Play(new AccountId(row.Account), account, last, ref observer);
        }
    }

    // The venue's own index knows the first mark that liquidates a position alone in its margin account.
    private bool TryOrderWhole<TObserver>(in Position row, long trigger, int weight, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        InstrumentRules rules = instruments[row.Instrument];
        long origin = ray.Origin.Ticks;
        var at = Price.FromTicks(row.Lots.IsLong ? Math.Min(trigger, origin) : Math.Max(trigger, origin));
        Money notional = rules.Instrument.Notional(at, row.Lots.Magnitude);
        if (_ordersParts && notional > ladder.PartialAbove * weight)
        {
            return false;
        }

        double marginRate = rules.Margin.EffectiveRate(notional, row.Lots, weight);
        var instrument = new InstrumentId(row.Instrument);
        observer.Observe(
            new RehearsedOrder(new AccountId(row.Account), instrument, row.Lots, at, notional, marginRate)
        );
        return true;
    }

    private void PlayTogether<TObserver>(AccountId id, in Account account, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        bool isDue = false;
        foreach (long last in (ReadOnlySpan<long>)[lowest, highest])
        {
            if (!isDue && MayEndIn(account, last))
            {
                Load(account);
                isDue = Play(id, account, last, ref observer);
            }
        }
    }

    private void Load(in Account account)
    {
        _account.Begin(account.Wallet, account.Weight);
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            ref Position row = ref ledger.Position(p);
            if (!row.Lots.IsZero)
            {
                _account.Add(p, row, ledger.FundingOwed(row));
            }
        }
    }

    // Where the leader's mark alone moves, only one side of it can liquidate.
    private bool MayEndIn(in Account account, long last)
    {
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            ref Position row = ref ledger.Position(p);
            bool moves = !row.Lots.IsZero && ray.Moves(row.Instrument);
            if (moves && (row.Instrument != ray.Leader.Index || row.Lots.IsLong == (last == lowest)))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Whether it was due before any mark moved.</returns>
    private bool Play<TObserver>(AccountId id, in Account account, long last, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        long at = ray.Origin.Ticks;
        bool wasDue = false;
        bool wholeOnly = ledger.Now < account.WholePositionsUntil;
        while (!_account.IsEmpty && _account.TryFindCrossing(at, last, out at))
        {
            int held = _account.LargestAt(at);
            Quantity lots = SizeOf(held, at, ref wholeOnly);
            observer.Observe(_account.OrderAt(id, held, lots, at));
            _account.Close(held, lots, at, ladder.ClearanceFee);
            wasDue |= at == ray.Origin.Ticks;
        }

        return wasDue;
    }

    private Quantity SizeOf(int held, long at, ref bool wholeOnly)
    {
        Quantity lots = _account.LotsOf(held);
        bool partial =
            _ordersParts && !wholeOnly && _account.ValueAt(held, at).Magnitude > ladder.PartialAbove * _account.Weight;
        if (!partial)
        {
            return lots;
        }

        wholeOnly = ladder.PartialCooldown > Duration.Zero;
        long share = ladder.PartialShare.Of(Money.FromMinorUnits(lots.Magnitude.Lots), Rounding.Ceiling).MinorUnits;
        return Quantity.FromLots(lots.IsLong ? share : -share);
    }
}
