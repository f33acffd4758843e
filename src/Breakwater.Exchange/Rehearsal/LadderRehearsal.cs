using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Plays the orders of a venue's ladder for every account while marks move along a ray, and touches nobody.</summary>
/// <remarks>
/// Orders are taken to fill whole at the mark, so that nothing is taken over and nobody deleveraged: what remains then is
/// decided by maintenance margin alone. After a partial order the cool-down is taken to last, where there is one. Rules:
/// docs/models/liquidation.md; what is left out: docs/models/cascade.md.
/// </remarks>
/// <param name="last">The leader's mark, in ticks, at which the rehearsal ends, inclusive.</param>
internal sealed class LadderRehearsal(
    Ledger ledger,
    InstrumentRules[] instruments,
    LiquidationRules ladder,
    MarkRay ray,
    long last
)
{
    private readonly RehearsedAccount _account = new(instruments, ray);
    private readonly bool _falls = last < ray.Origin.Ticks;

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

            bool wholeOnly = ledger.Now < row.WholePositionsUntil;
            if (row.Mode == MarginMode.Isolated)
            {
                PlayEach(row, wholeOnly, ref observer);
            }
            else
            {
                _account.Begin(row.Wallet, row.Weight);
                AddPositionsOf(row);
                Play(new AccountId(account), wholeOnly, ref observer);
            }
        }
    }

    private void PlayEach<TObserver>(in Account account, bool wholeOnly, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            ref Position row = ref ledger.Position(p);
            if (!row.Lots.IsZero)
            {
                _account.Begin(row.IsolatedMargin, account.Weight);
                _account.Add(p, row, ledger.FundingOwed(row));
                Play(new AccountId(row.Account), wholeOnly, ref observer);
            }
        }
    }

    private void AddPositionsOf(in Account account)
    {
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            ref Position row = ref ledger.Position(p);
            if (!row.Lots.IsZero)
            {
                _account.Add(p, row, ledger.FundingOwed(row));
            }
        }
    }

    private void Play<TObserver>(AccountId account, bool wholeOnly, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver
    {
        long at = ray.Origin.Ticks;
        while (!_account.IsEmpty && _account.TryFindCrossing(at, last, _falls, out at))
        {
            int held = _account.LargestAt(at);
            Quantity lots = SizeOf(held, at, ref wholeOnly);
            observer.Observe(_account.OrderAt(account, held, lots, at));
            _account.Close(held, lots, at, ladder.ClearanceFee);
        }
    }

    private Quantity SizeOf(int held, long at, ref bool wholeOnly)
    {
        Quantity lots = _account.LotsOf(held);
        bool partial =
            ladder.PartialShare < Rate.One
            && !wholeOnly
            && _account.ValueAt(held, at).Magnitude > ladder.PartialAbove * _account.Weight;
        if (!partial)
        {
            return lots;
        }

        wholeOnly = ladder.PartialCooldown > Duration.Zero;
        long share = ladder.PartialShare.Of(Money.FromMinorUnits(lots.Magnitude.Lots), Rounding.Ceiling).MinorUnits;
        return Quantity.FromLots(lots.IsLong ? share : -share);
    }
}
