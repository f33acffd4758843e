using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>How venues make a mark price from index, book and trades.</summary>
public static class MarkPrices
{
    /// <summary>The middle one of three.</summary>
    public static Rational Median(Rational a, Rational b, Rational c) =>
        Rational.Max(Rational.Min(a, b), Rational.Min(Rational.Max(a, b), c));

    /// <summary>The price up to which half of the weight lies.</summary>
    /// <param name="sources">At least one; weights positive. Ties go to the lower price.</param>
    public static Rational WeightedMedian(IEnumerable<(Rational Price, Rational Weight)> sources)
    {
        (Rational Price, Rational Weight)[] ordered = [.. sources.OrderBy(source => source.Price)];
        Rational half = Sum(ordered) / Rational.FromInteger(2);
        Rational passed = Rational.Zero;
        foreach ((Rational price, Rational weight) in ordered)
        {
            passed += weight;
            if (passed >= half)
            {
                return price;
            }
        }

        return ordered[^1].Price;
    }

    public static Rational WeightedMean(IReadOnlyList<(Rational Price, Rational Weight)> sources)
    {
        Rational sum = Rational.Zero;
        foreach ((Rational price, Rational weight) in sources)
        {
            sum += price * weight;
        }

        return sum / Sum(sources);
    }

    /// <summary>Index plus the funding that is still to come. BitMEX's fair price; Binance's and Bybit's Price 1.</summary>
    /// <remarks>Source: docs/venues/binance-usdm.md, docs/venues/bitmex-inverse.md.</remarks>
    public static Rational WithFunding(Rational index, Rational rate, Rational hoursLeft, Rational interval) =>
        index * (Rational.One + rate * hoursLeft / interval);

    /// <summary>Index plus the average distance of the book's middle from it. OKX's mark; Binance's and Bybit's Price 2.</summary>
    /// <param name="basis">Samples of middle less index; the last is the latest.</param>
    public static Rational WithBasis(Rational index, ReadOnlySpan<Rational> basis) =>
        basis.IsEmpty ? index : index + PremiumAverage.Mean(basis);

    /// <summary>Index plus an exponential average of the distance of the book's middle from it, sample by sample.</summary>
    /// <remarks>
    /// A sample counts <c>1 ÷ (1 + window ÷ interval)</c>: the rational form of the exponential weight, for want of a published
    /// one. Source: docs/venues/hyperliquid.md.
    /// </remarks>
    /// <param name="window">Of the average, in units of <paramref name="interval"/>.</param>
    public static Rational WithSmoothedBasis(
        Rational index,
        ReadOnlySpan<Rational> basis,
        Rational window,
        Rational interval
    )
    {
        if (basis.IsEmpty)
        {
            return index;
        }

        Rational weight = interval / (interval + window);
        Rational average = basis[0];
        foreach (Rational sample in basis[1..])
        {
            average += weight * (sample - average);
        }

        return index + average;
    }

    private static Rational Sum(IReadOnlyList<(Rational Price, Rational Weight)> sources)
    {
        Rational sum = Rational.Zero;
        foreach ((_, Rational weight) in sources)
        {
            sum += weight;
        }

        return sum;
    }
}
