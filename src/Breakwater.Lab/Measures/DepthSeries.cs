namespace Breakwater.Lab;

/// <summary>What rested within a band, as last seen before an instant.</summary>
internal sealed class DepthSeries
{
    private readonly List<DateTime> _times = [];
    private readonly List<double> _notionals = [];

    /// <param name="time">In order.</param>
    public void Add(DateTime time, double notional)
    {
        _times.Add(time);
        _notionals.Add(notional);
    }

    /// <returns>NaN before the first.</returns>
    public double At(DateTime time)
    {
        int place = _times.BinarySearch(time);
        int last = place >= 0 ? place : ~place - 1;
        return last >= 0 ? _notionals[last] : double.NaN;
    }
}
