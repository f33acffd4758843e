using System.Numerics;
using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>The levels of one side, found by rank. The best level has the highest rank.</summary>
/// <remarks>
/// A rank is a price, mirrored on the side whose best price is the lowest (<see cref="Ranks"/>), so that one code serves
/// both sides. The index grows with the span of ranks in use; levels live in pages that exist while one of their 64 ranks
/// does:
/// <code>
/// rank = block * 64 + bit        blocks[block - first] = { occupied: 1 bit per rank, page }
///                                levels[page * 64 + bit] = { head, tail, quantity }
/// </code>
/// </remarks>
internal sealed unsafe class PriceLadder
{
    public const int NoRank = -1;

    private const int Shift = 6;
    private const int BitMask = 63;
    private const int LevelsPerPage = 64;
    private const int FewestBlocks = 64;
    private const int FewestPages = 4;

    private Slab<Block> _blocks = new(FewestBlocks);
    private Slab<Level> _levels = new(FewestPages * LevelsPerPage);
    private BlockSummary _summary = new(FewestBlocks);
    private int _first;

    // Page 0 stands for none. A free page's first level links to the next free one.
    private int _unusedPage = 1;
    private uint _freePage;

    /// <summary>The highest rank that has a level, or <see cref="NoRank"/>.</summary>
    public int Best { get; private set; } = NoRank;

    /// <param name="rank">One that has a level.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Level* LevelAt(int rank)
    {
        return LevelOf(_blocks.Rows + ((rank >> Shift) - _first), rank);
    }

    /// <summary>The level at a rank, made if there is none. The caller puts an order into it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Level* Open(int rank)
    {
        int index = (rank >> Shift) - _first;
        if ((uint)index >= (uint)_blocks.Length || _blocks.Rows[index].Page == 0)
        {
            index = OpenBlock(rank >> Shift);
        }

        Block* block = _blocks.Rows + index;
        block->Occupied |= 1UL << rank;
        Best = Math.Max(Best, rank);
        return LevelOf(block, rank);
    }

    /// <summary>The last order of the level has left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Close(int rank)
    {
        Block* block = _blocks.Rows + ((rank >> Shift) - _first);
        ulong rest = block->Occupied & ~(1UL << rank);
        block->Occupied = rest;
        if (rest == 0)
        {
            CloseBlock(rank);
        }
        else if (rank == Best)
        {
            Best = (rank & ~BitMask) + BitOperations.Log2(rest);
        }
    }

    /// <returns>The next lower rank that has a level, or <see cref="NoRank"/>.</returns>
    public int Below(int rank)
    {
        int index = (rank >> Shift) - _first;
        if (index >= _blocks.Length)
        {
            return Best;
        }

        if (index < 0)
        {
            return NoRank;
        }

        ulong lower = _blocks.Rows[index].Occupied & ((1UL << (rank & BitMask)) - 1);
        return lower != 0 ? (rank & ~BitMask) + BitOperations.Log2(lower) : HighestIn(_summary.Below(index));
    }

    /// <returns>The next higher rank that has a level, or <see cref="NoRank"/>.</returns>
    /// <param name="rank">Not below the lowest rank the index covers: a rank that has had a level.</param>
    public int Above(int rank)
    {
        int index = (rank >> Shift) - _first;
        ulong higher = _blocks.Rows[index].Occupied & (~1UL << (rank & BitMask));
        if (higher != 0)
        {
            return (rank & ~BitMask) + BitOperations.TrailingZeroCount(higher);
        }

        int next = _summary.Above(index);
        return next < 0
            ? NoRank
            : ((next + _first) << Shift) + BitOperations.TrailingZeroCount(_blocks.Rows[next].Occupied);
    }

    private Level* LevelOf(Block* block, int rank) => _levels.Rows + ((block->Page << Shift) + (uint)(rank & BitMask));

    private int HighestIn(int index) =>
        index < 0 ? NoRank : ((index + _first) << Shift) + BitOperations.Log2(_blocks.Rows[index].Occupied);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int OpenBlock(int block)
    {
        if (block < _first || block >= _first + _blocks.Length || Best == NoRank)
        {
            Cover(block);
        }

        int index = block - _first;
        _blocks.Rows[index].Page = TakePage();
        _summary.Set(index);
        return index;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CloseBlock(int rank)
    {
        int index = (rank >> Shift) - _first;
        ref Block block = ref _blocks.Rows[index];
        _levels.Rows[block.Page << Shift].Head = _freePage;
        _freePage = block.Page;
        block.Page = 0;
        _summary.Clear(index);
        if (rank == Best)
        {
            Best = HighestIn(_summary.Highest());
        }
    }

    private uint TakePage()
    {
        if (_freePage == 0)
        {
            return TakeUnusedPage();
        }

        uint page = _freePage;
        ref uint link = ref _levels.Rows[page << Shift].Head;
        _freePage = link;
        link = 0;
        return page;
    }

    private uint TakeUnusedPage()
    {
        if (_unusedPage * LevelsPerPage == _levels.Length)
        {
            _levels.GrowTo(_levels.Length + LevelsPerPage);
        }

        return (uint)_unusedPage++;
    }

    // An empty ladder moves its window; one in use widens it to a power of two with room on both sides.
    private void Cover(int block)
    {
        bool empty = Best == NoRank;
        int first = empty ? block : Math.Min(block, _first);
        int end = empty ? block + 1 : Math.Max(block + 1, _first + _blocks.Length);
        int needed = end - first;
        int count = Math.Max(_blocks.Length, (int)BitOperations.RoundUpToPowerOf2((uint)needed));
        int moved = Math.Max(0, first - ((count - needed) / 2));
        if (count > _blocks.Length)
        {
            Widen(moved, count);
        }

        _first = moved;
    }

    private void Widen(int first, int count)
    {
        Slab<Block> wider = new(count);
        BlockSummary summary = new(count);
        for (int index = 0; index < _blocks.Length; index++)
        {
            if (_blocks.Rows[index].Occupied != 0)
            {
                int target = index + _first - first;
                wider.Rows[target] = _blocks.Rows[index];
                summary.Set(target);
            }
        }

        _blocks = wider;
        _summary = summary;
    }

    private struct Block
    {
        public ulong Occupied;
        public uint Page;
    }
}
