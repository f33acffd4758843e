namespace Breakwater.Lab.Map;

/// <summary>How a figure is spread over the crowds that were drawn: 5 %, median and 95 % (type 7 of Hyndman and Fan).</summary>
public readonly record struct Band(double P5, double P50, double P95)
{
    /// <param name="values">Not empty; in any order.</param>
    public static Band Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Band(
            Distribution.Quantile(sorted, 0.05),
            Distribution.Quantile(sorted, 0.5),
            Distribution.Quantile(sorted, 0.95)
        );
    }
}
