using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>Positions by rank, the highest at hand: of equal ranks, that of the newer position.</summary>
/// <remarks>
/// A heap whose nodes have eight children each, which together are one cache line. Seven in eight nodes have no children, so that a
/// position that is placed anew mostly touches its own line and its parent's.
/// <code>
/// places   0   1 ... 6   7      8 ... 15           16 ... 23             72 ... 79
///        none  unused   root  children of root   children of place 8   children of place 15
/// </code>
/// </remarks>
internal sealed unsafe class TriggerIndex
{
    /// <summary>Ranks go from 0 to this.</summary>
    public const int MaxRank = (1 << 30) - 1;

    private const int Root = 7;
    private const int ChildBits = 3;
    private const int Children = 1 << ChildBits;
    private const int RankShift = 32;
    private const int Empty = -1;

    private readonly Slab<TriggerLink> _links;
    private readonly int _holder;

    // Rank, then position. Zero behind the last: a position 0 is nobody's who is placed.
    private Slab<long> _entries;
    private int _end = Root;

    /// <param name="links">By position; shared by all indexes that a position may be in.</param>
    /// <param name="positions">For which there is room without growing.</param>
    public TriggerIndex(Slab<TriggerLink> links, int ordinal, int positions)
    {
        _links = links;
        _holder = ordinal + 1;
        _entries = new Slab<long>(RowsFor(Root + positions));
    }

    /// <summary>The highest rank held, or −1.</summary>
    public int Highest => _end == Root ? Empty : RankOf(_entries.Rows[Root]);

    /// <summary>The position whose rank is the highest, if any is here.</summary>
    public int First => PositionOf(_entries.Rows[Root]);

    /// <summary>What it holds, to be restored together with the links.</summary>
    public long[] Save() => new ReadOnlySpan<long>(_entries.Rows + Root, _end - Root).ToArray();

    public void Restore(long[] entries)
    {
        new Span<long>(_entries.Rows + Root, _end - Root).Clear();
        _end = Root + entries.Length;
        MakeRoom();
        entries.CopyTo(new Span<long>(_entries.Rows + Root, entries.Length));
    }

    /// <summary>Brings closer where a position stands that is here, and its parent, for somebody who will move it.</summary>
    public void Fetch(int position)
    {
        int place = _links.At(position).Place;
        CacheLine.Fetch(_entries.Rows + place);
        CacheLine.Fetch(_entries.Rows + Parent(place));
    }

    /// <summary>Puts a position at a rank, whether it is here already or in no index.</summary>
    /// <param name="position">Positive.</param>
    /// <param name="rank">From 0 to <see cref="MaxRank"/>.</param>
    public void Place(int position, int rank)
    {
        TriggerLink link = _links.At(position);
        long entry = ((long)rank << RankShift) | (uint)position;
        if (link.Holder != _holder)
        {
            Invariant.Holds(link.Holder == 0, "a position is in one index at most");
            MakeRoom();
            Rise(_end++, entry);
        }
        else if (link.Rank != rank)
        {
            Move(link.Place, entry);
        }
    }

    /// <param name="position">One that is here.</param>
    public void Remove(int position)
    {
        ref TriggerLink link = ref _links.At(position);
        Invariant.Holds(link.Holder == _holder, "what leaves an index is in it");
        int place = link.Place;
        link = default;
        long last = _entries.Rows[--_end];
        _entries.Rows[_end] = 0;
        if (place != _end)
        {
            Move(place, last);
        }
    }

    private void Move(int place, long entry)
    {
        if (place != Root && entry > _entries.Rows[Parent(place)])
        {
            Rise(place, entry);
        }
        else
        {
            Sink(place, entry);
        }
    }

    private void Rise(int place, long entry)
    {
        while (place != Root && entry > _entries.Rows[Parent(place)])
        {
            _entries.Rows[place] = _entries.Rows[Parent(place)];
            Relink(place);
            place = Parent(place);
        }

        Put(place, entry);
    }

    // In a large index each step waits for memory: the lines of all that may come next are fetched while this one's is searched, and the
    // links that will be written, which lie far apart, on the way down.
    private void Sink(int top, long entry)
    {
        int place = top;
        for (int first = FirstChild(place); first < _end; first = FirstChild(place))
        {
            FetchChildrenFrom(first);
            int child = Largest(first);
            if (entry > _entries.Rows[child])
            {
                break;
            }

            CacheLine.Fetch(_links.Rows + PositionOf(_entries.Rows[child]));
            _entries.Rows[place] = _entries.Rows[child];
            place = child;
        }

        Put(place, entry);
        while (place != top)
        {
            place = Parent(place);
            Relink(place);
        }
    }

    private void FetchChildrenFrom(int first)
    {
        int grandchild = FirstChild(first);
        if (grandchild < _end)
        {
            for (int i = 0; i < Children; i++)
            {
                CacheLine.Fetch(_entries.Rows + grandchild + i * Children);
            }
        }
    }

    private int Largest(int first)
    {
        long* group = _entries.Rows + first;
        int low = Higher(group, Higher(group, 0, 1), Higher(group, 2, 3));
        int high = Higher(group, Higher(group, 4, 5), Higher(group, 6, 7));
        return first + Higher(group, low, high);
    }

    private static int Higher(long* group, int one, int other) => group[one] > group[other] ? one : other;

    private void Put(int place, long entry)
    {
        _entries.Rows[place] = entry;
        _links.At(PositionOf(entry)) = new TriggerLink
        {
            Rank = RankOf(entry),
            Place = place,
            Holder = _holder,
        };
    }

    // Whoever stands here has moved within the index.
    private void Relink(int place) => _links.At(PositionOf(_entries.Rows[place])).Place = place;

    // Whole lines, so that a node's children can be read whether or not all of them are there.
    private void MakeRoom()
    {
        if (_end >= _entries.Length)
        {
            _entries.GrowTo(RowsFor(_end + 1));
        }
    }

    private static int RowsFor(int places) => (places + Children) & -Children;

    private static int Parent(int place) => (place >> ChildBits) + Root - 1;

    private static int FirstChild(int place) => (place - Root + 1) << ChildBits;

    private static int RankOf(long entry) => (int)(entry >> RankShift);

    private static int PositionOf(long entry) => (int)(entry & int.MaxValue);
}
