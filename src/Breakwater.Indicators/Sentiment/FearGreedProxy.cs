using Breakwater.Domain;

namespace Breakwater.Indicators;

/// <summary>A stand-in for the published Fear and Greed index, made of market data alone.</summary>
/// <remarks>
/// Unit: 0 (fear) to 100 (greed). Each part is the rank of today's value among the last year's: calm (30-day volatility, low is
/// greedy), height (drawdown from the year's high), momentum (price over its 90-day mean), trade (volume over its 90-day mean,
/// signed by the price's direction over a week). The published index (alternative.me) names volatility 25 %,
/// momentum and volume 25 %, social media 15 %, surveys 15 %, dominance 10 %, trends 10 %; what it does not publish is how. The
/// weights here are <see cref="Weights"/>, chosen beforehand and not fitted; a part that is missing gives its weight to the others.
/// </remarks>
public sealed class FearGreedProxy
{
    private const int Year = 365;
    private const int Quarter = 90;
    private const int Month = 30;
    private const int Week = 7;

    private readonly RealisedVolatility _volatility = new(Month, Year);
    private readonly RelativeToMean _momentum = new(Quarter);
    private readonly RelativeToMean _volume = new(Quarter);
    private readonly PercentRank _calmRank = new(Year);
    private readonly PercentRank _heightRank = new(Year);
    private readonly PercentRank _momentumRank = new(Year);
    private readonly PercentRank _volumeRank = new(Year);
    private readonly PercentRank _dominanceRank = new(Year);
    private readonly double[] _prices = new double[Year];
    private int _days;

    /// <summary>Of calm, height, momentum, volume and dominance; they add up to 1.</summary>
    public static ReadOnlySpan<double> Weights => [0.25, 0.25, 0.25, 0.15, 0.10];

    /// <param name="price">At the end of the day; positive.</param>
    /// <param name="volume">Of the day, in money.</param>
    /// <param name="dominance">Bitcoin's share of all capitalisation, 0 to 1; NaN where unknown. A high share is fearful.</param>
    /// <returns>NaN for the first half year.</returns>
    public double Add(double price, double volume, double dominance)
    {
        double weekAgo = _days >= Week ? _prices[(_days - Week) % Year] : double.NaN;
        _prices[_days % Year] = price;
        _days++;
        Span<double> parts =
        [
            RankOf(_calmRank, -_volatility.Add(price)),
            RankOf(_heightRank, price / HighestOfYear()),
            RankOf(_momentumRank, _momentum.Add(price)),
            RankOf(_volumeRank, (_volume.Add(volume) - 1) * (price >= weekAgo ? 1 : -1)),
            RankOf(_dominanceRank, -dominance),
        ];
        return _days < Year / 2 ? double.NaN : 100 * Weighted(parts);
    }

    private static double RankOf(PercentRank rank, double value) => double.IsNaN(value) ? double.NaN : rank.Add(value);

    private static double Weighted(ReadOnlySpan<double> parts)
    {
        double sum = 0;
        double weights = 0;
        for (int part = 0; part < parts.Length; part++)
        {
            if (!double.IsNaN(parts[part]))
            {
                sum += Weights[part] * parts[part];
                weights += Weights[part];
            }
        }

        return weights > 0 ? sum / weights : double.NaN;
    }

    private double HighestOfYear()
    {
        double high = 0;
        foreach (double price in _prices.AsSpan(0, Math.Min(_days, Year)))
        {
            high = Math.Max(high, price);
        }

        return high;
    }
}
