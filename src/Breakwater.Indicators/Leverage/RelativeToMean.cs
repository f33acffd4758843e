namespace Breakwater.Indicators;

/// <summary>A value over the mean of the ones before it, such as open interest against its last 30 days.</summary>
/// <remarks>
/// Pure number; 1 is usual. Formula: value / mean of the last values, without itself. Open interest is held against its own past
/// and not against volume, which rises exactly when positions are closed.
/// </remarks>
public sealed class RelativeToMean(int length)
{
    private readonly RollingSum _past = new(length);

    /// <returns>NaN until the window is full.</returns>
    public double Add(double value)
    {
        double ratio = _past.IsFull && _past.Sum > 0 ? value / (_past.Sum / length) : double.NaN;
        _past.Add(value);
        return ratio;
    }
}
