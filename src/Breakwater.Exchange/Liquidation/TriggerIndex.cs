using System.Numerics;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>Positions ordered by rank, the highest first at hand. Adding, removing and taking cost the same at any size.</summary>
/// <remarks>
/// A tree of 64-way nodes over 30-bit ranks. A node is a word of occupancy bits and 64 children; the lowest level's children
/// are heads of lists linked through <see cref="TriggerLink"/>. A node exists while a rank below it is in use; the first child of
/// a node that does not is the next such node.
/// <code>
///  rank:  | 6 bits | 6 bits | 6 bits | 6 bits | 6 bits |
///           root                               leaf → list of positions
/// </code>
/// </remarks>
internal sealed unsafe class TriggerIndex
{
    public const int MaxRank = (1 << (BitsPerLevel * Levels)) - 1;
    private const int BitsPerLevel = 6;
    private const int Fanout = 1 << BitsPerLevel;
    private const int Levels = 5;
    private const int Empty = -1;

    private readonly Slab<TriggerLink> _links;
    private readonly int _holder;
    private const int PositionsPerNode = 16;

    private Slab<ulong> _occupied;
    private Slab<int> _children;
    private int _nodes = 1;
    private int _freeNode;

    /// <param name="positions">That may be held at once: there is room from the start where sixteen share a node.</param>
    public TriggerIndex(Slab<TriggerLink> links, int ordinal, int positions)
    {
        _links = links;
        _holder = ordinal + 1;
        int nodes = Levels + (positions / PositionsPerNode);
        _occupied = new Slab<ulong>(nodes);
        _children = new Slab<int>(nodes * Fanout);
    }

    /// <summary>The highest rank held, or −1.</summary>
    public int Highest { get; private set; } = Empty;

    public TriggerIndexState Save() =>
        new(
            new ReadOnlySpan<ulong>(_occupied.Rows, _nodes).ToArray(),
            new ReadOnlySpan<int>(_children.Rows, _nodes * Fanout).ToArray(),
            _freeNode,
            Highest
        );

    public void Restore(TriggerIndexState state)
    {
        int nodes = state.Occupied.Length;
        if (nodes > _occupied.Length)
        {
            GrowTo(nodes);
        }

        new Span<ulong>(_occupied.Rows, _nodes).Clear();
        new Span<int>(_children.Rows, _nodes * Fanout).Clear();
        state.Occupied.CopyTo(new Span<ulong>(_occupied.Rows, nodes));
        state.Children.CopyTo(new Span<int>(_children.Rows, nodes * Fanout));
        (_nodes, _freeNode, Highest) = (nodes, state.FreeNode, state.Highest);
    }

    /// <summary>Brings the list of a position that is here closer, for somebody who will remove it soon.</summary>
    public void Fetch(int position)
    {
        int rank = _links.At(position).Rank;
        int node = 0;
        for (int level = Levels - 1; level > 0; level--)
        {
            node = _children.Rows[node * Fanout + Digit(rank, level)];
        }

        CacheLine.Fetch(_occupied.Rows + node);
        CacheLine.Fetch(_children.Rows + node * Fanout + Digit(rank, 0));
    }

    /// <summary>Whether a position is here, and at this rank.</summary>
    public bool Holds(int position, int rank)
    {
        TriggerLink link = _links.At(position);
        return link.Holder == _holder && link.Rank == rank;
    }

    public void Add(int position, int rank)
    {
        ref int head = ref Slot(rank);
        _links.At(position) = new TriggerLink
        {
            Rank = rank,
            Next = head,
            Holder = _holder,
        };
        if (head != 0)
        {
            _links.At(head - 1).Previous = position + 1;
        }

        head = position + 1;
        Highest = Math.Max(Highest, rank);
    }

    public void Remove(int position)
    {
        TriggerLink link = _links.At(position);
        _links.At(position) = default;
        if (link.Next != 0)
        {
            _links.At(link.Next - 1).Previous = link.Previous;
        }

        if (link.Previous != 0)
        {
            _links.At(link.Previous - 1).Next = link.Next;
        }
        else
        {
            Behead(link.Rank, link.Next);
        }
    }

    /// <summary>Removes and returns a position of the highest rank.</summary>
    public int TakeHighest()
    {
        int position = Slot(Highest) - 1;
        Remove(position);
        return position;
    }

    // The list head at a rank; makes the nodes on the way and marks them occupied.
    private ref int Slot(int rank)
    {
        int node = 0;
        for (int level = Levels - 1; level > 0; level--)
        {
            int digit = Digit(rank, level);
            _occupied.Rows[node] |= 1UL << digit;
            int child = _children.Rows[node * Fanout + digit];
            node = child != 0 ? child : AddNode(node * Fanout + digit);
        }

        _occupied.Rows[node] |= 1UL << Digit(rank, 0);
        return ref _children.Rows[node * Fanout + Digit(rank, 0)];
    }

    private int AddNode(int parentSlot)
    {
        int node = _freeNode != 0 ? TakeFreeNode() : NewNode();
        _children.Rows[parentSlot] = node;
        return node;
    }

    private int TakeFreeNode()
    {
        int node = _freeNode;
        _freeNode = _children.Rows[node * Fanout];
        _children.Rows[node * Fanout] = 0;
        return node;
    }

    private int NewNode()
    {
        if (_nodes == _occupied.Length)
        {
            GrowTo(_nodes * 2);
        }

        return _nodes++;
    }

    private void GrowTo(int nodes)
    {
        _occupied.GrowTo(nodes);
        _children.GrowTo(_occupied.Length * Fanout);
    }

    // Puts the next of a rank's list at its head. A rank without any clears its occupancy, upwards while whole nodes become empty.
    private void Behead(int rank, int next)
    {
        Span<int> path = stackalloc int[Levels];
        int node = 0;
        for (int level = Levels - 1; level > 0; level--)
        {
            path[level] = node;
            node = _children.Rows[node * Fanout + Digit(rank, level)];
        }

        path[0] = node;
        _children.Rows[node * Fanout + Digit(rank, 0)] = next;
        if (next == 0)
        {
            Vacate(rank, path);
        }
    }

    private void Vacate(int rank, ReadOnlySpan<int> path)
    {
        for (int level = 0; level < Levels; level++)
        {
            int node = path[level];
            if ((_occupied.Rows[node] &= ~(1UL << Digit(rank, level))) != 0)
            {
                break;
            }

            if (level + 1 < Levels)
            {
                Free(node, path[level + 1] * Fanout + Digit(rank, level + 1));
            }
        }

        if (rank == Highest)
        {
            Highest = FindHighest();
        }
    }

    private void Free(int node, int parentSlot)
    {
        _children.Rows[parentSlot] = 0;
        _children.Rows[node * Fanout] = _freeNode;
        _freeNode = node;
    }

    private int FindHighest()
    {
        if (_occupied.Rows[0] == 0)
        {
            return Empty;
        }

        int node = 0;
        int rank = 0;
        for (int level = Levels - 1; level >= 0; level--)
        {
            int digit = BitOperations.Log2(_occupied.Rows[node]);
            rank = (rank << BitsPerLevel) | digit;
            node = _children.Rows[node * Fanout + digit];
        }

        return rank;
    }

    private static int Digit(int rank, int level) => (rank >> (level * BitsPerLevel)) & (Fanout - 1);
}
