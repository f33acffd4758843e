using MathNet.Numerics.Statistics;

namespace Breakwater.Lab;

/// <summary>How one figure is spread over an ensemble.</summary>
/// <param name="Seeds">With a value.</param>
/// <param name="P5">5 % quantile, linear between order statistics (type 7 of Hyndman and Fan).</param>
public sealed record Distribution(
    string Name,
    string Unit,
    string Venue,
    string Coin,
    int Seeds,
    double Lowest,
    double P5,
    double P50,
    double P95,
    double Highest
)
{
    /// <param name="figures">The same figure of each run.</param>
    /// <returns>Null where no run has a value.</returns>
    public static Distribution? Of(IReadOnlyList<Figure> figures)
    {
        double[] values = [.. figures.Where(figure => figure.Value is not null).Select(figure => figure.Value!.Value)];
        if (values.Length == 0)
        {
            return null;
        }

        Array.Sort(values);
        Figure first = figures[0];
        return new Distribution(
            first.Name,
            first.Unit,
            first.Venue,
            first.Coin,
            values.Length,
            values[0],
            Quantile(values, 0.05),
            Quantile(values, 0.5),
            Quantile(values, 0.95),
            values[^1]
        );
    }

    /// <param name="sorted">Ascending, not empty.</param>
    public static double Quantile(double[] sorted, double level) =>
        SortedArrayStatistics.QuantileCustom(sorted, level, QuantileDefinition.R7);
}
