namespace Breakwater.Lab.Map;

/// <summary>What one coin's longs at one venue are sold for while all coins fall together, by level of the coin's own fall.</summary>
/// <param name="Coin">Index among the world's coins.</param>
/// <param name="Step">Width of a level, percent of the coin's price at the start.</param>
/// <param name="Ordered">Dollars that become liquidatable within each level, the nearest first.</param>
/// <param name="SoldAtOnce">The part that trades on the book.</param>
/// <param name="Sold">With what the fund sells within the horizon.</param>
/// <param name="Margin">Dollars of margin that come with what the fund takes over.</param>
/// <param name="MarginOfAll">Dollars of margin that would come with all of it, were nothing sold.</param>
internal sealed record CoinFuse(
    int Coin,
    double Step,
    double[] Ordered,
    double[] SoldAtOnce,
    double[] Sold,
    double[] Margin,
    double[] MarginOfAll
)
{
    /// <summary>The same coin at another venue on top.</summary>
    public CoinFuse Plus(CoinFuse other) =>
        this with
        {
            Ordered = Sum(Ordered, other.Ordered),
            SoldAtOnce = Sum(SoldAtOnce, other.SoldAtOnce),
            Sold = Sum(Sold, other.Sold),
            Margin = Sum(Margin, other.Margin),
            MarginOfAll = Sum(MarginOfAll, other.MarginOfAll),
        };

    /// <summary>Dollars that become liquidatable down to a landing.</summary>
    /// <param name="landing">Percent below the start.</param>
    public double OrderedTo(double landing) => SumTo(landing, level => Ordered[level]);

    /// <summary>The part that the fund takes over.</summary>
    public double TakenOverTo(double landing) => SumTo(landing, level => Ordered[level] - SoldAtOnce[level]);

    /// <summary>What that costs the fund if it holds it to the landing: the fall from where it took over, less the margin it took.</summary>
    /// <returns>Negative where it gains.</returns>
    public double LossAt(double landing) => LossAt(landing, level => Ordered[level] - SoldAtOnce[level], Margin);

    /// <summary>The same where no order finds a buyer, so that all is taken over.</summary>
    public double LossOfAllAt(double landing) => LossAt(landing, level => Ordered[level], MarginOfAll);

    private double LossAt(double landing, Func<int, double> takenOver, double[] margin) =>
        SumTo(
            landing,
            level =>
            {
                double takenAt = Math.Min((level + 0.5) * Step, landing);
                double fall = 1 - (100 - landing) / (100 - takenAt);
                return takenOver(level) * fall - margin[level];
            }
        );

    // Of a level that the landing lies in, the part above it.
    private double SumTo(double landing, Func<int, double> ofLevel)
    {
        double sum = 0;
        for (int level = 0; level < Ordered.Length && level * Step < landing; level++)
        {
            sum += ofLevel(level) * Math.Min((landing - level * Step) / Step, 1);
        }

        return sum;
    }

    private static double[] Sum(double[] some, double[] more) => [.. some.Zip(more, (one, other) => one + other)];
}
