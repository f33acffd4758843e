using Breakwater.Domain;

namespace Breakwater.Indicators;

/// <summary>What was liquidated, where a feed publishes at most one order a second: an interval, and what it rests on.</summary>
/// <param name="Published">The sum of what was published: a lower bound that rests on nothing else.</param>
/// <param name="Estimate">Published, times the orders expected in a second that has one.</param>
/// <param name="Upper">The same at the upper end of the 95 % interval of the arrival rate; infinite where every second has an order.</param>
/// <remarks>
/// Model: within one short window orders arrive as a Poisson process, so a second is empty with probability exp(-rate). The share
/// of seconds with an order gives the rate, -ln(1 - share), and a second with an order has rate / (1 - exp(-rate)) of them on
/// average. If the feed shows the largest order of the second, the hidden ones are no larger and the estimate is too high; if it
/// shows the latest, the estimate is unbiased. The share's interval is Wilson's ("Probable inference, the law of succession, and
/// statistical inference", Journal of the American Statistical Association 22, 1927). Clustering within a window makes the truth higher.
/// Published at most one a second: Binance futures documentation, liquidation order streams.
/// </remarks>
public readonly record struct LiquidationBounds(double Published, double Estimate, double Upper)
{
    private const double Confidence = 1.959963984540054;

    public static LiquidationBounds operator +(LiquidationBounds left, LiquidationBounds right) =>
        new(left.Published + right.Published, left.Estimate + right.Estimate, left.Upper + right.Upper);

    /// <param name="published">Sum of the orders of one window, in any unit of money or coin.</param>
    /// <param name="secondsWithOrder">From 0 to <paramref name="seconds"/>.</param>
    /// <param name="seconds">Length of the window; short, such as 60, for the rate to be taken as constant.</param>
    public static LiquidationBounds OfWindow(double published, int secondsWithOrder, int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(secondsWithOrder, seconds);
        if (secondsWithOrder <= 0)
        {
            return default;
        }

        double share = (double)secondsWithOrder / seconds;
        return new LiquidationBounds(
            published,
            published * OrdersPerBusySecond(Math.Min(share, 1 - (0.5 / seconds))),
            published * OrdersPerBusySecond(secondsWithOrder == seconds ? 1 : UpperShare(share, seconds))
        );
    }

    /// <summary>Mean of a Poisson count that is not zero.</summary>
    private static double OrdersPerBusySecond(double share) =>
        share >= 1 ? double.PositiveInfinity : -PortableMath.Log(1 - share) / share;

    private static double UpperShare(double share, int seconds)
    {
        double squared = Confidence * Confidence;
        double middle = share + (squared / (2 * seconds));
        double half = Confidence * Math.Sqrt((share * (1 - share) / seconds) + (squared / (4.0 * seconds * seconds)));
        return (middle + half) / (1 + (squared / seconds));
    }
}
