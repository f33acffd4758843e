using System.Runtime.CompilerServices;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>Knows, without looking at anybody, whether a mark liquidates somebody.</summary>
/// <remarks>
/// Each open position of a trader is indexed at a mark up to which its margin account is surely safe. For a margin account
/// with one position that is its liquidation price. One with several shares its slack out among them in proportion to
/// notional: while no position has used its share up, their sum is not used up either. Whoever is crossed is evaluated
/// exactly. Funding moves the marks of all through <see cref="FundingDrift"/> and touches nobody; of inverse contracts, all are placed anew.
/// Nobody asks between two marks: whoever trades is noted, and placed when somebody asks, once however often he traded.
/// </remarks>
internal sealed unsafe class LiquidationWatch
{
    private const long LargestShareOfMark = 4;
    private const int MostNoted = 4096;
    private const int Lookahead = 8;

    private readonly Ledger _ledger;
    private readonly Marks _marks;
    private readonly Margins _margins;
    private readonly CollateralWatch? _collateral;
    private readonly Slab<TriggerLink> _links;
    private readonly TriggerIndex[] _indexes;
    private readonly FundingDrift[] _drift;

    // Positions that are to be placed, and a bit for each that is among them.
    private readonly int[] _noted = new int[MostNoted];
    private readonly ulong[] _isNoted;
    private int _notedCount;

    /// <param name="collateral">Null where nobody can hold any.</param>
    public LiquidationWatch(Ledger ledger, Marks marks, Margins margins, CollateralWatch? collateral, int positions)
    {
        _ledger = ledger;
        _marks = marks;
        _margins = margins;
        _collateral = collateral;
        _links = new Slab<TriggerLink>(positions);
        _isNoted = new ulong[(positions + 63) >> 6];
        _drift = new FundingDrift[ledger.Instruments.Length];
        _indexes = new TriggerIndex[_drift.Length * 2];
        for (int i = 0; i < _indexes.Length; i++)
        {
            _indexes[i] = new TriggerIndex(_links, i, positions / ledger.Instruments.Length);
        }
    }

    /// <summary>A position that the present mark has crossed, farthest from the mark first; longs before shorts. It stays until it is taken out.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryFindCrossed(int instrument, out int position)
    {
        PlaceNoted();
        TriggerIndex longs = _indexes[instrument * 2];
        TriggerIndex shorts = _indexes[instrument * 2 + 1];
        TriggerIndex? crossed =
            longs.Highest >= LowestCrossedLong(instrument) ? longs
            : shorts.Highest >= LowestCrossedShort(instrument) ? shorts
            : null;
        position = crossed?.First ?? Ledger.None;
        return crossed is not null;
    }

    /// <summary>Has no mark look at a position until its margin account is placed again.</summary>
    public void TakeOut(int position) => Forget(position);

    /// <summary>Whether the present mark crosses a position as it is placed.</summary>
    public bool IsCrossed(int position)
    {
        TriggerLink link = _links.At(position);
        ref Position row = ref _ledger.Position(position);
        int lowest = row.Lots.IsLong ? LowestCrossedLong(row.Instrument) : LowestCrossedShort(row.Instrument);
        return link.Holder != 0 && link.Rank >= lowest;
    }

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
        if (rules.Instrument.Kind == ContractKind.Inverse)
        {
            PlaceAllAnew(instrument);
            return;
        }

        _drift[instrument].Add(rules, change);
        if (_drift[instrument].Largest > _marks[instrument].Ticks / LargestShareOfMark)
        {
            PlaceAllAnew(instrument);
        }
    }

    public WatchState Save()
    {
        PlaceNoted();
        return new(
            new ReadOnlySpan<TriggerLink>(_links.Rows, _links.Length).ToArray(),
            [.. _drift],
            [.. _indexes.Select(index => index.Save())]
        )
        {
            Collateral = _collateral?.Save(),
        };
    }

    public void Restore(WatchState state)
    {
        _isNoted.AsSpan().Clear();
        _notedCount = 0;
        state.Links.CopyTo(new Span<TriggerLink>(_links.Rows, _links.Length));
        state.Drift.CopyTo(_drift.AsSpan());
        for (int i = 0; i < _indexes.Length; i++)
        {
            _indexes[i].Restore(state.Indexes[i]);
        }

        _collateral?.Restore(state.Collateral!);
    }

    /// <summary>The first mark that liquidates a position that is alone in its margin account, as <see cref="LiquidationPrice.Trigger"/>.</summary>
    /// <remarks>To be asked once whoever has traded is placed. Only reads.</remarks>
    /// <returns>False where funding has moved it since it was reckoned, or it has not been.</returns>
    public bool TryTriggerOf(int position, out long trigger)
    {
        TriggerLink link = _links.At(position);
        ref Position row = ref _ledger.Position(position);
        trigger = row.Lots.IsLong ? link.Rank : TriggerIndex.MaxRank - link.Rank;
        return link.Holder != 0 && _drift[row.Instrument].Fundings == 0;
    }

    private int LowestCrossedLong(int instrument) => ToRank(_marks[instrument].Ticks - _drift[instrument].Longs);

    private int LowestCrossedShort(int instrument) =>
        ToRank(TriggerIndex.MaxRank - _marks[instrument].Ticks + _drift[instrument].Shorts);

    private void FetchPlace(int position)
    {
        int holder = _links.At(position).Holder;
        if (holder != 0)
        {
            _indexes[holder - 1].Fetch(position);
        }
    }

    private void Forget(int position)
    {
        int holder = _links.At(position).Holder;
        if (holder != 0)
        {
            _indexes[holder - 1].Remove(position);
        }
    }

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
                CacheLine.Fetch(_links.Rows + noted[i + Lookahead]);
            }

            if (i + Lookahead / 2 < noted.Length)
            {
                FetchPlace(noted[i + Lookahead / 2]);
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
                Forget(p);
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
                Forget(p);
                continue;
            }

            if (state.IsLiquidatable)
            {
                PlaceWhereEveryMarkCrosses(p);
            }
            else
            {
                PlaceRequiring(p, value - _margins.Maintenance(row) - ShareOf(state.Slack, value.Magnitude, gross));
            }
        }
    }

    // A debt cannot be shared out: a mark that pays back one position's share may leave the account liquidatable.
    private void PlaceWhereEveryMarkCrosses(int position)
    {
        ref Position row = ref _ledger.Position(position);
        Place(position, row, TriggerIndex.MaxRank);
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
            Forget(position);
            return;
        }

        long trigger = _margins.Trigger(row, required);
        FundingDrift drift = _drift[row.Instrument];
        long rank = row.Lots.IsLong ? trigger - drift.Longs : TriggerIndex.MaxRank - (trigger - drift.Shorts);
        Place(position, row, ToRank(rank));
    }

    private void Place(int position, in Position row, int rank)
    {
        int index = row.Instrument * 2 + (row.Lots.IsLong ? 0 : 1);
        if (_links.At(position).Holder != index + 1)
        {
            Forget(position);
        }

        _indexes[index].Place(position, rank);
    }

    // Marks and triggers are cut off alike, so that a trigger beyond the highest rank is crossed by every mark.
    private static int ToRank(long rank) => (int)Math.Clamp(rank, 0, TriggerIndex.MaxRank);

    // The bound loosens as drift adds up, and large drift would push triggers out of the ranks: start again from none.
    private void PlaceAllAnew(int instrument)
    {
        _drift[instrument] = default;
        for (int position = 0; position < _ledger.PositionCount; position++)
        {
            ref Position row = ref _ledger.Position(position);
            if (row.Instrument == instrument && !row.Lots.IsZero)
            {
                Place(position);
            }
        }
    }
}
