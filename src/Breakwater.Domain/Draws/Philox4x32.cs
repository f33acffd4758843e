namespace Breakwater.Domain;

/// <summary>Philox4x32-10: a keyed bijection of 128-bit counters whose outputs pass for random.</summary>
/// <remarks>
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011. Fast and
/// statistically sound; not for secrets.
/// </remarks>
internal static class Philox4x32
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;

    /// <summary>The block at a counter: words 0 and 1, words 2 and 3, each pair lower word in the lower half.</summary>
    /// <param name="key">Key word 0 in the lower half, key word 1 in the upper.</param>
    public static (ulong First, ulong Second) Block(
        uint counter0,
        uint counter1,
        uint counter2,
        uint counter3,
        ulong key
    )
    {
        unchecked
        {
            uint key0 = (uint)key;
            uint key1 = (uint)(key >> 32);
            for (int round = 0; round < Rounds; round++)
            {
                ulong product0 = (ulong)Multiplier0 * counter0;
                ulong product1 = (ulong)Multiplier1 * counter2;
                // Grouped so that the key is mixed in while the products are still under way.
                counter0 = (uint)(product1 >> 32) ^ (counter1 ^ key0);
                counter2 = (uint)(product0 >> 32) ^ (counter3 ^ key1);
                counter1 = (uint)product1;
                counter3 = (uint)product0;
                key0 += KeyStep0;
                key1 += KeyStep1;
            }

            return (counter0 | ((ulong)counter1 << 32), counter2 | ((ulong)counter3 << 32));
        }
    }
}
