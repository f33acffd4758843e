using System.Numerics;

namespace Breakwater.Matching;

/// <summary>Which of many blocks are in use, as a tree of 64-bit words: any neighbour is found in a handful of steps.</summary>
internal sealed class BlockSummary
{
    private const int Shift = 6;
    private const int WordMask = 63;
    private readonly ulong[][] _tiers;

    /// <param name="count">Blocks; a power of two, at least 64.</param>
    public BlockSummary(int count)
    {
        List<ulong[]> tiers = [];
        do
        {
            count = (count + WordMask) >> Shift;
            tiers.Add(new ulong[count]);
        } while (count > 1);
        _tiers = [.. tiers];
    }

    public void Set(int block)
    {
        foreach (ulong[] tier in _tiers)
        {
            ref ulong word = ref tier[block >> Shift];
            bool known = word != 0;
            word |= 1UL << (block & WordMask);
            if (known)
            {
                return;
            }

            block >>= Shift;
        }
    }

    public void Clear(int block)
    {
        foreach (ulong[] tier in _tiers)
        {
            ref ulong word = ref tier[block >> Shift];
            word &= ~(1UL << (block & WordMask));
            if (word != 0)
            {
                return;
            }

            block >>= Shift;
        }
    }

    /// <returns>The highest block in use, or -1.</returns>
    public int Highest() => _tiers[^1][0] == 0 ? -1 : DescendToHighest(_tiers.Length, 0);

    /// <returns>The highest block in use below this one, or -1.</returns>
    public int Below(int block)
    {
        for (int tier = 0; tier < _tiers.Length; tier++, block >>= Shift)
        {
            ulong lower = _tiers[tier][block >> Shift] & ((1UL << (block & WordMask)) - 1);
            if (lower != 0)
            {
                return DescendToHighest(tier, (block & ~WordMask) + BitOperations.Log2(lower));
            }
        }

        return -1;
    }

    /// <returns>The lowest block in use above this one, or -1.</returns>
    public int Above(int block)
    {
        for (int tier = 0; tier < _tiers.Length; tier++, block >>= Shift)
        {
            ulong higher = _tiers[tier][block >> Shift] & (~1UL << (block & WordMask));
            if (higher != 0)
            {
                return DescendToLowest(tier, (block & ~WordMask) + BitOperations.TrailingZeroCount(higher));
            }
        }

        return -1;
    }

    private int DescendToHighest(int tier, int index)
    {
        while (--tier >= 0)
        {
            index = (index << Shift) + BitOperations.Log2(_tiers[tier][index]);
        }

        return index;
    }

    private int DescendToLowest(int tier, int index)
    {
        while (--tier >= 0)
        {
            index = (index << Shift) + BitOperations.TrailingZeroCount(_tiers[tier][index]);
        }

        return index;
    }
}
