using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Which positions are open on which side, a bit each: who looks for one side reads no row of the other.</summary>
internal sealed class SidesHeld(int positions)
{
    private readonly ulong[] _longs = new ulong[WordsFor(positions)];
    private readonly ulong[] _shorts = new ulong[WordsFor(positions)];

    public void Set(int position, Quantity lots)
    {
        Set(_longs, position, lots.IsLong);
        Set(_shorts, position, lots.IsShort);
    }

    /// <summary>Copies those of some positions that are open on a side.</summary>
    /// <param name="open">With room for all of them.</param>
    /// <returns>How many are.</returns>
    public int CopyOpen(bool isLong, ReadOnlySpan<int> positions, Span<int> open)
    {
        // Without a branch, of which every other one would be foreseen wrongly.
        ReadOnlySpan<ulong> words = isLong ? _longs : _shorts;
        int count = 0;
        foreach (int position in positions)
        {
            open[count] = position;
            count += (int)((words[position >> 6] >> (position & 63)) & 1);
        }

        return count;
    }

    private static void Set(ulong[] words, int position, bool isSet)
    {
        ulong bit = 1UL << (position & 63);
        ref ulong word = ref words[position >> 6];
        word = isSet ? word | bit : word & ~bit;
    }

    private static int WordsFor(int positions) => (positions + 63) >> 6;
}
