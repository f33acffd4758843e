namespace Breakwater.Simulation;

/// <summary>Who is how large.</summary>
internal static class SizeRanks
{
    /// <returns>By holder, 0 for the largest; of two alike the one that comes first.</returns>
    public static int[] Of(long[] sizes)
    {
        int[] holders = [.. Enumerable.Range(0, sizes.Length)];
        Array.Sort(
            holders,
            (one, other) => sizes[one] == sizes[other] ? one.CompareTo(other) : sizes[other].CompareTo(sizes[one])
        );
        var ranks = new int[sizes.Length];
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            ranks[holders[rank]] = rank;
        }

        return ranks;
    }
}
