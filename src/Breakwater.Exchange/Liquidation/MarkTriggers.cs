using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>The marks at which positions are to be looked at, each instrument's longs and shorts in an index of their own.</summary>
/// <remarks>Funding moves the marks of all through <see cref="FundingDrift"/> and touches nobody.</remarks>
internal sealed unsafe class MarkTriggers
{
    private const long LargestShareOfMark = 4;

    private readonly Ledger _ledger;
    private readonly Marks _marks;
    private readonly Slab<TriggerLink> _links;
    private readonly TriggerIndex[] _indexes;
    private readonly FundingDrift[] _drift;

    public MarkTriggers(Ledger ledger, Marks marks)
    {
        _ledger = ledger;
        _marks = marks;
        _links = new Slab<TriggerLink>(ledger.PositionCapacity);
        _drift = new FundingDrift[ledger.Instruments.Length];
        _indexes = new TriggerIndex[_drift.Length * 2];
        for (int i = 0; i < _indexes.Length; i++)
        {
            _indexes[i] = new TriggerIndex(_links, i, ledger.PositionCapacity / _drift.Length);
        }
    }

    /// <summary>A position that the present mark has crossed, farthest from the mark first; longs before shorts. It stays until it is removed.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryFindCrossed(int instrument, out int position)
    {
        TriggerIndex longs = _indexes[instrument * 2];
        TriggerIndex shorts = _indexes[instrument * 2 + 1];
        TriggerIndex? crossed =
            longs.Highest >= LowestCrossedLong(instrument) ? longs
            : shorts.Highest >= LowestCrossedShort(instrument) ? shorts
            : null;
        position = crossed?.First ?? Ledger.None;
        return crossed is not null;
    }

    /// <summary>Whether the present mark crosses a position as it is placed.</summary>
    public bool IsCrossed(int position)
    {
        TriggerLink link = _links.At(position);
        (int instrument, int side) = Math.DivRem(link.Holder - 1, 2);
        return link.Holder != 0
            && link.Rank >= (side == 0 ? LowestCrossedLong(instrument) : LowestCrossedShort(instrument));
    }

    /// <summary>The mark, in ticks, at which a position was placed.</summary>
    /// <returns>False where funding has moved it since it was placed, or it has not been.</returns>
    public bool TryTriggerOf(int position, out long trigger)
    {
        TriggerLink link = _links.At(position);
        ref Position row = ref _ledger.Position(position);
        trigger = row.Lots.IsLong ? link.Rank : TriggerIndex.MaxRank - link.Rank;
        return link.Holder != 0 && _drift[row.Instrument].Fundings == 0;
    }

    /// <param name="position">Open.</param>
    /// <param name="trigger">The first mark, in ticks, that crosses it.</param>
    public void Place(int position, long trigger)
    {
        ref Position row = ref _ledger.Position(position);
        FundingDrift drift = _drift[row.Instrument];
        long rank = row.Lots.IsLong ? trigger - drift.Longs : TriggerIndex.MaxRank - (trigger - drift.Shorts);
        PlaceAt(position, row, ToRank(rank));
    }

    public void PlaceWhereEveryMarkCrosses(int position) =>
        PlaceAt(position, _ledger.Position(position), TriggerIndex.MaxRank);

    /// <summary>Has no mark look at a position, if any did.</summary>
    public void Remove(int position)
    {
        int holder = _links.At(position).Holder;
        if (holder != 0)
        {
            _indexes[holder - 1].Remove(position);
        }
    }

    /// <summary>Moves all of an instrument that are placed by the most that a funding can have moved them.</summary>
    /// <returns>Whether that bound is tight still; else all are to be placed anew, after <see cref="ForgetFunding"/>.</returns>
    public bool ApplyFunding(int instrument, InstrumentRules rules, long change)
    {
        _drift[instrument].Add(rules, change);
        return _drift[instrument].Largest <= _marks[instrument].Ticks / LargestShareOfMark;
    }

    /// <summary>Forgets fundings of an instrument, whose positions are then all placed anew.</summary>
    public void ForgetFunding(int instrument) => _drift[instrument] = default;

    /// <summary>Brings closer where a position stands, for somebody who will read that soon.</summary>
    public void Fetch(int position) => CacheLine.Fetch(_links.Rows + position);

    /// <summary>The same for what stands around it, once <see cref="Fetch"/> has had its time.</summary>
    public void FetchAround(int position)
    {
        int holder = _links.At(position).Holder;
        if (holder != 0)
        {
            _indexes[holder - 1].Fetch(position);
        }
    }

    public WatchState Save() =>
        new(
            new ReadOnlySpan<TriggerLink>(_links.Rows, _links.Length).ToArray(),
            [.. _drift],
            [.. _indexes.Select(index => index.Save())]
        );

    public void Restore(WatchState state)
    {
        state.Links.CopyTo(new Span<TriggerLink>(_links.Rows, _links.Length));
        state.Drift.CopyTo(_drift.AsSpan());
        for (int i = 0; i < _indexes.Length; i++)
        {
            _indexes[i].Restore(state.Indexes[i]);
        }
    }

    private void PlaceAt(int position, in Position row, int rank)
    {
        int index = row.Instrument * 2 + (row.Lots.IsLong ? 0 : 1);
        if (_links.At(position).Holder != index + 1)
        {
            Remove(position);
        }

        _indexes[index].Place(position, rank);
    }

    private int LowestCrossedLong(int instrument) => ToRank(_marks[instrument].Ticks - _drift[instrument].Longs);

    private int LowestCrossedShort(int instrument) =>
        ToRank(TriggerIndex.MaxRank - _marks[instrument].Ticks + _drift[instrument].Shorts);

    // Marks and triggers are cut off alike, so that a trigger beyond the highest rank is crossed by every mark.
    private static int ToRank(long rank) => (int)Math.Clamp(rank, 0, TriggerIndex.MaxRank);
}
