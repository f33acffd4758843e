namespace Breakwater.Indicators;

/// <summary>Net flow of funds over the last days, against what the market usually trades in a day.</summary>
/// <remarks>Pure number: -0.1 says that redemptions of the window were a tenth of an average day's turnover. Formula: sum of flows / mean daily turnover.</remarks>
public sealed class FlowPressure(int flowDays, int turnoverDays)
{
    private readonly RollingSum _flows = new(flowDays);
    private readonly RollingSum _turnover = new(turnoverDays);

    /// <param name="flow">Of the day, in money; redemptions negative.</param>
    /// <param name="turnover">Of the day, in the same money.</param>
    /// <returns>NaN until both windows are full.</returns>
    public double Add(double flow, double turnover)
    {
        _flows.Add(flow);
        _turnover.Add(turnover);
        bool isReady = _flows.IsFull && _turnover.IsFull && _turnover.Sum > 0;
        return isReady ? _flows.Sum / (_turnover.Sum / turnoverDays) : double.NaN;
    }
}
