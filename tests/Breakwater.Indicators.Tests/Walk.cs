namespace Breakwater.Indicators.Tests;

/// <summary>Series that look like a market: seeded, positive, with jumps.</summary>
internal static class Walk
{
    public static double[] Prices(int count, int seed)
    {
        var random = new Random(seed);
        var prices = new double[count];
        double price = 100_000;
        for (int index = 0; index < count; index++)
        {
            double shock = (random.NextDouble() - 0.5) * 0.02;
            price *= 1 + shock - (random.Next(500) == 0 ? 0.1 : 0);
            prices[index] = price;
        }

        return prices;
    }

    public static double[] Uniform(int count, int seed, double from, double to)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => from + ((to - from) * random.NextDouble()))];
    }

    /// <summary>Relative closeness, with NaN equal to itself.</summary>
    public static void AssertClose(double expected, double actual, double tolerance = 1e-9)
    {
        bool equal = double.IsNaN(expected)
            ? double.IsNaN(actual)
            : Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected));
        Assert.True(equal, $"expected {expected:R}, got {actual:R}");
    }
}
