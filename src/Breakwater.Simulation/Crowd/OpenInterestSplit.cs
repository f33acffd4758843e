namespace Breakwater.Simulation;

/// <summary>Splits an open interest among accounts in proportion to their sizes, to the last lot.</summary>
internal static class OpenInterestSplit
{
    /// <remarks>
    /// In order; what rounding and minima give or take is carried to the next account. What is left at the end is settled
    /// from the last account backwards, so far as minima allow.
    /// </remarks>
    /// <param name="lots">The open interest of one side; at least the sum of the minima.</param>
    /// <param name="sizes">Positive.</param>
    /// <param name="minima">Lots that each account holds at least; positive.</param>
    /// <param name="shares">Where each account's lots are written.</param>
    public static void Apply(long lots, ReadOnlySpan<double> sizes, ReadOnlySpan<int> minima, Span<long> shares)
    {
        double sum = 0;
        foreach (double size in sizes)
        {
            sum += size;
        }

        double carried = 0;
        long left = lots;
        for (int i = 0; i < sizes.Length; i++)
        {
            double wanted = lots * (sizes[i] / sum) + carried;
            shares[i] = Math.Max(minima[i], (long)Math.Floor(wanted));
            carried = wanted - shares[i];
            left -= shares[i];
        }

        for (int i = sizes.Length - 1; left != 0 && i >= 0; i--)
        {
            long change = Math.Max(left, minima[i] - shares[i]);
            shares[i] += change;
            left -= change;
        }
    }
}
