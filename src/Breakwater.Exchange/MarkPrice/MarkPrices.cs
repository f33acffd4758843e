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

    /// <summary>The weighted mean of sources of which none counts as farther than a bound from the median of all. Deribit.</summary>
    /// <remarks>Source: docs/venues/deribit-linear.md.</remarks>
    /// <param name="sources">At least one; weights positive, without effect on the median.</param>
    /// <param name="bound">As a share of the median.</param>
    public static Rational CappedMean(IReadOnlyList<(Rational Price, Rational Weight)> sources, Rational bound)
    {
        Rational median = Median([.. sources.Select(source => source.Price).Order()]);
        (Rational low, Rational high) = (median * (Rational.One - bound), median * (Rational.One + bound));
        return WeightedMean([.. sources.Select(source => (Rational.Clamp(source.Price, low, high), source.Weight))]);
    }

    /// <summary>Index plus the funding that is still to come. BitMEX's fair price; Binance's and Bybit's Price 1.</summary>
    /// <remarks>Source: docs/venues/binance-usdm.md, docs/venues/bitmex-inverse.md.</remarks>
    public static Rational WithFunding(Rational index, Rational rate, Rational hoursLeft, Rational interval) =>
        index * (Rational.One + rate * hoursLeft / interval);

    /// <summary>Index plus the average distance of the book's middle from it. OKX's mark; Binance's and Bybit's Price 2.</summary>
    /// <param name="basis">Samples of middle less index; the last is the latest.</param>
    public static Rational WithBasis(Rational index, ReadOnlySpan<Rational> basis) =>
        basis.IsEmpty ? index : index + PremiumAverage.Mean(basis);

    /// <summary>Index plus an exponential average of the distance of the book's middle from it. Hyperliquid, Deribit, Kraken.</summary>
    /// <param name="basis">Samples of middle less index; the last is the latest.</param>
    /// <param name="window">Of the average; positive, in the unit of <paramref name="interval"/>.</param>
    /// <param name="interval">Between samples; positive.</param>
    public static Rational WithSmoothedBasis(
        Rational index,
        ReadOnlySpan<Rational> basis,
        Rational window,
        Rational interval
    ) => basis.IsEmpty ? index : index + ExponentialAverage.Of(basis, interval, window);

    private static Rational Median(Rational[] ordered)
    {
        int half = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / Rational.FromInteger(2);
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
