using System.Numerics;

namespace Breakwater.Exchange;

/// <summary>Positions ordered by rank, the highest first at hand. Adding, removing and taking cost the same at any size.</summary>
/// <remarks>
/// A tree of 64-way nodes over 30-bit ranks. A node is a word of occupancy bits and 64 children; the lowest level's children
/// are heads of lists linked through <see cref="TriggerLink"/>. Nodes appear where ranks are first used and stay.
/// <code>
///  rank:  | 6 bits | 6 bits | 6 bits | 6 bits | 6 bits |
///           root                               leaf → list of positions
/// </code>
/// </remarks>
internal sealed class TriggerIndex
{
    public const int MaxRank = (1 << (BitsPerLevel * Levels)) - 1;
    private const int BitsPerLevel = 6;
    private const int Fanout = 1 << BitsPerLevel;
    private const int Levels = 5;
    private const int Empty = -1;

    private readonly TriggerLink[] _links;
    private readonly int _holder;
    private const int PositionsPerNode = 16;

    private ulong[] _occupied;
    private int[] _children;
    private int _nodes = 1;

    /// <param name="positions">That may be held at once: there is room from the start where sixteen share a node.</param>
    public TriggerIndex(TriggerLink[] links, int ordinal, int positions)
    {
        _links = links;
        _holder = ordinal + 1;
        int nodes = Levels + (positions / PositionsPerNode);
        _occupied = new ulong[nodes];
        _children = new int[nodes * Fanout];
    }

    /// <summary>The highest rank held, or −1.</summary>
    public int Highest { get; private set; } = Empty;

    public TriggerIndexState Save() => new(_occupied[.._nodes], _children[..(_nodes * Fanout)], Highest);

    public void Restore(TriggerIndexState state)
    {
        int nodes = state.Occupied.Length;
        if (nodes > _occupied.Length)
        {
            Array.Resize(ref _occupied, nodes);
            Array.Resize(ref _children, nodes * Fanout);
        }

        state.Occupied.CopyTo(_occupied.AsSpan());
        state.Children.CopyTo(_children.AsSpan());
        if (_nodes > nodes)
        {
            Array.Clear(_occupied, nodes, _nodes - nodes);
            Array.Clear(_children, nodes * Fanout, (_nodes - nodes) * Fanout);
        }

        (_nodes, Highest) = (nodes, state.Highest);
    }

    public void Add(int position, int rank)
    {
        ref int head = ref Slot(rank);
        _links[position] = new TriggerLink
        {
            Rank = rank,
            Next = head,
            Holder = _holder,
        };
        if (head != 0)
        {
            _links[head - 1].Previous = position + 1;
        }

        head = position + 1;
        Highest = Math.Max(Highest, rank);
    }

    public void Remove(int position)
    {
        TriggerLink link = _links[position];
        _links[position] = default;
        if (link.Next != 0)
        {
            _links[link.Next - 1].Previous = link.Previous;
        }

        if (link.Previous != 0)
        {
            _links[link.Previous - 1].Next = link.Next;
        }
        else
        {
            Slot(link.Rank) = link.Next;
            if (link.Next == 0)
            {
                Vacate(link.Rank);
            }
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
            _occupied[node] |= 1UL << digit;
            int child = _children[node * Fanout + digit];
            node = child != 0 ? child : AddNode(node * Fanout + digit);
        }

        _occupied[node] |= 1UL << Digit(rank, 0);
        return ref _children[node * Fanout + Digit(rank, 0)];
    }

    private int AddNode(int parentSlot)
    {
        if (_nodes == _occupied.Length)
        {
            Array.Resize(ref _occupied, _nodes * 2);
            Array.Resize(ref _children, _nodes * 2 * Fanout);
        }

        _children[parentSlot] = _nodes;
        return _nodes++;
    }

    // Clears the occupancy of an emptied rank, upwards while whole nodes become empty.
    private void Vacate(int rank)
    {
        Span<int> path = stackalloc int[Levels];
        int node = 0;
        for (int level = Levels - 1; level > 0; level--)
        {
            path[level] = node;
            node = _children[node * Fanout + Digit(rank, level)];
        }

        path[0] = node;
        for (int level = 0; level < Levels; level++)
        {
            if ((_occupied[path[level]] &= ~(1UL << Digit(rank, level))) != 0)
            {
                break;
            }
        }

        if (rank == Highest)
        {
            Highest = FindHighest();
        }
    }

    private int FindHighest()
    {
        if (_occupied[0] == 0)
        {
            return Empty;
        }

        int node = 0;
        int rank = 0;
        for (int level = Levels - 1; level >= 0; level--)
        {
            int digit = BitOperations.Log2(_occupied[node]);
            rank = (rank << BitsPerLevel) | digit;
            node = _children[node * Fanout + digit];
        }

        return rank;
    }

    private static int Digit(int rank, int level) => (rank >> (level * BitsPerLevel)) & (Fanout - 1);
}
