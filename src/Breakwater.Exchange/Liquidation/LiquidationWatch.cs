using System.Runtime.CompilerServices;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>Knows, without looking at anybody, whether a mark liquidates somebody.</summary>
/// <remarks>
/// Each open position of a trader is indexed at a mark up to which its margin account is surely safe. For a margin account
/// with one position that is its liquidation price. One with several shares its slack out among them in proportion to
/// notional: while no position has used its share up, their sum is not used up either. Whoever is crossed is evaluated
/// exactly. Funding touches nobody, until it adds up to a share of the mark; of inverse contracts, all are placed anew.
/// Nobody asks between two marks: whoever trades is noted, and placed when somebody asks, once however often he traded.
/// </remarks>
internal sealed class LiquidationWatch
{
    private const int MostNoted = 4096;
    private const int Lookahead = 8;

    private readonly Ledger _ledger;
    private readonly Margins _margins;
    private readonly CollateralWatch? _collateral;
    private readonly MarkTriggers _triggers;

    // Positions that are to be placed, and a bit for each that is among them.
    private readonly int[] _noted = new int[MostNoted];
    private readonly ulong[] _isNoted;
    private int _notedCount;

    /// <param name="collateral">Null where nobody can hold any.</param>
    public LiquidationWatch(Ledger ledger, Marks marks, Margins margins, CollateralWatch? collateral)
    {
        _ledger = ledger;
        _margins = margins;
        _collateral = collateral;
        _triggers = new MarkTriggers(ledger, marks);
        _isNoted = new ulong[(ledger.PositionCapacity + 63) >> 6];
    }

    /// <inheritdoc cref="MarkTriggers.TryFindCrossed"/>
    public bool TryFindCrossed(int instrument, out int position)
    {
        PlaceNoted();
        return _triggers.TryFindCrossed(instrument, out position);
    }

    /// <summary>Has no mark look at a position until its margin account is placed again.</summary>
    public void TakeOut(int position) => _triggers.Remove(position);

    /// <inheritdoc cref="MarkTriggers.IsCrossed"/>
    public bool IsCrossed(int position) => _triggers.IsCrossed(position);

    /// <summary>Takes out an account that a collateral asset's present price may have made liquidatable.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryTakeHolder(int asset, out int account)
    {
        PlaceNoted();
        return _collateral!.TryTakeCrossed(asset, out account);
    }

    public void ApplyFunding(int instrument, InstrumentRules rules, long change)
    {
        // What funding moves an inverse contract's liquidation price by depends on that price: no drift bounds it for all.
        bool isBounded = rules.Instrument.Kind != ContractKind.Inverse;
        if (!isBounded || !_triggers.ApplyFunding(instrument, rules, change))
        {
            PlaceAllAnew(instrument);
        }
    }

    public WatchState Save()
    {
        PlaceNoted();
        return _triggers.Save() with { Collateral = _collateral?.Save() };
    }

    public void Restore(WatchState state)
    {
        _isNoted.AsSpan().Clear();
        _notedCount = 0;
        _triggers.Restore(state);
        _collateral?.Restore(state.Collateral!);
    }

    /// <summary>The first mark that liquidates a position that is alone in its margin account, as <see cref="LiquidationPrice.Trigger"/>.</summary>
    /// <remarks>To be asked once whoever has traded is placed. Only reads.</remarks>
    /// <returns>False where funding has moved it since it was reckoned, or it has not been.</returns>
    public bool TryTriggerOf(int position, out long trigger) => _triggers.TryTriggerOf(position, out trigger);

    /// <summary>Has the margin account that a position belongs to placed before anybody asks: it has traded.</summary>
    public void PlaceLater(int position)
    {
        int noted = StandingFor(position);
        ref ulong word = ref _isNoted[noted >> 6];
        ulong bit = 1UL << (noted & 63);
        if ((word & bit) != 0)
        {
            return;
        }

        if (_notedCount == MostNoted)
        {
            PlaceNoted();
        }

        word |= bit;
        _noted[_notedCount++] = noted;
    }

    // One position of a margin account, always the same: who trades in ten instruments is placed once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int StandingFor(int position)
    {
        ref Account account = ref _ledger.Account(_ledger.Position(position).Account);
        return account.Mode == MarginMode.Cross ? account.FirstPosition : position;
    }

    /// <summary>Places whoever has traded since the last time. To be called before a mark or funding changes what they are placed by.</summary>
    public void PlaceNoted()
    {
        ReadOnlySpan<int> noted = _noted.AsSpan(0, _notedCount);
        for (int i = 0; i < noted.Length; i++)
        {
            if (i + Lookahead < noted.Length)
            {
                _ledger.Fetch(noted[i + Lookahead]);
                _triggers.Fetch(noted[i + Lookahead]);
            }

            if (i + Lookahead / 2 < noted.Length)
            {
                _triggers.FetchAround(noted[i + Lookahead / 2]);
            }

            _isNoted[noted[i] >> 6] = 0;
            Place(noted[i]);
        }

        _notedCount = 0;
    }

    /// <summary>Places the margin account that a position belongs to, after a change or after an evaluation.</summary>
    public void Place(int position)
    {
        ref Position row = ref _ledger.Position(position);
        ref Account account = ref _ledger.Account(row.Account);
        if (account.Role != AccountRole.Trader)
        {
            return;
        }

        if (account.Mode == MarginMode.Isolated)
        {
            PlaceAlone(position, row.IsolatedMargin);
        }
        else if (account.HasCollateral)
        {
            PlaceWithCollateral(row.Account);
        }
        else if (HoldsOneInstrument(account, out int only))
        {
            PlaceAlone(only, account.Wallet);
        }
        else if (only != Ledger.None)
        {
            PlaceSharing(account, _margins.StateOf(position), _margins.ExposureOf(account.FirstPosition));
        }
    }

    // What it holds shares the slack with its positions, by what it counts for.
    private void PlaceWithCollateral(int index)
    {
        ref Account account = ref _ledger.Account(index);
        MarginState state = _margins.StateOfCross(index);
        Money exposure = _margins.ExposureOf(account.FirstPosition);
        Money gross = exposure + _margins.BalanceOfCross(index) - account.Wallet;
        PlaceSharing(account, state, gross);
        if (exposure.IsZero)
        {
            _collateral!.Forget(index);
        }
        else
        {
            _collateral!.Place(index, state.IsLiquidatable ? null : value => ShareOf(state.Slack, value, gross));
        }
    }

    /// <param name="only">One that it holds; <see cref="Ledger.None"/> where it holds nothing, and stands in no index.</param>
    private bool HoldsOneInstrument(in Account account, out int only)
    {
        only = Ledger.None;
        for (int p = account.FirstPosition; p != Ledger.None; p = _ledger.Position(p).NextOfAccount)
        {
            if (_ledger.Position(p).Lots.IsZero)
            {
                _triggers.Remove(p);
            }
            else if (only != Ledger.None)
            {
                return false;
            }
            else
            {
                only = p;
            }
        }

        return only != Ledger.None;
    }

    private void PlaceAlone(int position, Money balance)
    {
        ref Position row = ref _ledger.Position(position);
        PlaceRequiring(position, row.Cost + _ledger.FundingOwed(row) - balance);
    }

    private void PlaceSharing(in Account account, MarginState state, Money gross)
    {
        for (int p = account.FirstPosition; p != Ledger.None; p = _ledger.Position(p).NextOfAccount)
        {
            ref Position row = ref _ledger.Position(p);
            Money value = _margins.Value(row);
            if (row.Lots.IsZero)
            {
                _triggers.Remove(p);
                continue;
            }

            // A debt cannot be shared out: a mark that pays back one position's share may leave the account liquidatable.
            if (state.IsLiquidatable)
            {
                _triggers.PlaceWhereEveryMarkCrosses(p);
            }
            else
            {
                PlaceRequiring(p, value - _margins.Maintenance(row) - ShareOf(state.Slack, value.Magnitude, gross));
            }
        }
    }

    // Inverse shorts may each be worth less than a minor unit: none has a share, and each change of the mark looks at them.
    private static Money ShareOf(Money slack, Money part, Money whole) =>
        whole.IsZero
            ? Money.Zero
            : Money.FromMinorUnits(Fraction.Scale(slack.MinorUnits, part.MinorUnits, whole.MinorUnits, Rounding.Floor));

    private void PlaceRequiring(int position, Money required)
    {
        ref Position row = ref _ledger.Position(position);
        if (row.Lots.IsZero)
        {
            _triggers.Remove(position);
            return;
        }

        _triggers.Place(position, _margins.Trigger(row, required));
    }

    // The bound loosens as drift adds up, and large drift would push triggers out of the ranks: start again from none.
    private void PlaceAllAnew(int instrument)
    {
        _triggers.ForgetFunding(instrument);
        foreach (int position in _ledger.PositionsIn(instrument))
        {
            if (!_ledger.Position(position).Lots.IsZero)
            {
                Place(position);
            }
        }
    }
}
