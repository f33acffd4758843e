namespace Breakwater.Lab.Map;

/// <summary>What one coin's longs at one venue are sold for while all coins fall together, by level of the coin's own fall.</summary>
/// <param name="Coin">Index among the world's coins.</param>
/// <param name="Step">Width of a level, percent of the coin's price at the start.</param>
/// <param name="Ordered">Dollars that become liquidatable within each level, the nearest first.</param>
/// <param name="SoldAtOnce">The part that trades on the book.</param>
/// <param name="Sold">With what the fund sells within the horizon.</param>
internal sealed record CoinFuse(int Coin, double Step, double[] Ordered, double[] SoldAtOnce, double[] Sold)
{
    /// <summary>The same coin at another venue on top.</summary>
    public CoinFuse Plus(CoinFuse other) =>
        this with
        {
            Ordered = Sum(Ordered, other.Ordered),
            SoldAtOnce = Sum(SoldAtOnce, other.SoldAtOnce),
            Sold = Sum(Sold, other.Sold),
        };

    private static double[] Sum(double[] some, double[] more) => [.. some.Zip(more, (one, other) => one + other)];
}
