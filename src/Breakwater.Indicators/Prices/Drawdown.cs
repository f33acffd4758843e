namespace Breakwater.Indicators;

/// <summary>How far a value has fallen from its highest so far.</summary>
/// <remarks>Unit: 0 (at the high) to 1 (all lost). Formula: 1 - value / max of the values so far. Values are positive.</remarks>
public sealed class Drawdown
{
    /// <summary>0 before the first value.</summary>
    public double High { get; private set; }

    public double Current { get; private set; }

    /// <summary>The largest so far.</summary>
    public double Worst { get; private set; }

    public double Add(double value)
    {
        High = Math.Max(High, value);
        Current = High > 0 ? 1 - (value / High) : 0;
        Worst = Math.Max(Worst, Current);
        return Current;
    }

    /// <summary>The largest drawdown of a series.</summary>
    public static double WorstOf(ReadOnlySpan<double> values)
    {
        var drawdown = new Drawdown();
        foreach (double value in values)
        {
            drawdown.Add(value);
        }

        return drawdown.Worst;
    }
}
