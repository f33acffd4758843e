namespace Breakwater.Indicators;

/// <summary>What a stock such as market capitalisation lost over a window, and for each of its days.</summary>
/// <param name="Loss">Value at the start less value at the end, in the unit of the values; negative for a gain.</param>
/// <param name="LossPerDay">The loss over the days between the two.</param>
/// <param name="PeakToTrough">The largest fall from any value to a later one: what a headline that picks its dates can reach.</param>
public readonly record struct WindowLoss(double Loss, double LossPerDay, double PeakToTrough)
{
    /// <param name="values">At least one, in order of time.</param>
    /// <param name="days">Between the first and the last value; positive.</param>
    public static WindowLoss Of(ReadOnlySpan<double> values, double days)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("a window without values has no loss");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        double peak = values[0];
        double largest = 0;
        foreach (double value in values)
        {
            peak = Math.Max(peak, value);
            largest = Math.Max(largest, peak - value);
        }

        double loss = values[0] - values[^1];
        return new WindowLoss(loss, loss / days, largest);
    }
}
