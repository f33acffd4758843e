namespace Breakwater.Indicators;

/// <summary>Spearman's rank correlation: how nearly one series rises where the other does.</summary>
/// <remarks>
/// The correlation of the ranks, equal values sharing the mean of theirs. From -1 to 1. Source: C. Spearman, "The proof and
/// measurement of association between two things", American Journal of Psychology 15 (1904).
/// </remarks>
public static class RankCorrelation
{
    /// <returns>NaN where there are fewer than two pairs or a series does not vary.</returns>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"{x.Length} values cannot be paired with {y.Length}");
        }

        if (x.Length < 2)
        {
            return double.NaN;
        }

        double[] ranksX = Ranks(x);
        double[] ranksY = Ranks(y);
        var pairs = new RollingRegression(x.Length);
        for (int index = 0; index < ranksX.Length; index++)
        {
            pairs.Add(ranksX[index], ranksY[index]);
        }

        return pairs.Correlation;
    }

    private static double[] Ranks(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        var order = new int[values.Length];
        for (int index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (int from = 0; from < sorted.Length; )
        {
            int to = from;
            while (to + 1 < sorted.Length && sorted[to + 1] == sorted[from])
            {
                to++;
            }

            for (int place = from; place <= to; place++)
            {
                ranks[order[place]] = ((from + to) / 2.0) + 1;
            }

            from = to + 1;
        }

        return ranks;
    }
}
