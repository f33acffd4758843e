namespace Breakwater.Indicators;

/// <summary>Where the latest value stands among the last ones: the share of them that it is above, ties counting half.</summary>
/// <remarks>Unit: 0 to 1. Formula: (number below + half the number equal) / number of earlier values in the window.</remarks>
public sealed class PercentRank
{
    private readonly double[] _window;
    private int _next;
    private int _count;

    /// <param name="length">How many earlier values are looked at; at least 1.</param>
    public PercentRank(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _window = new double[length];
    }

    public bool IsFull => _count == _window.Length;

    /// <returns>The rank of the value among those before it; NaN for the first.</returns>
    public double Add(double value)
    {
        double rank = RankOf(value);
        _window[_next] = value;
        _next = (_next + 1) % _window.Length;
        _count = Math.Min(_count + 1, _window.Length);
        return rank;
    }

    private double RankOf(double value)
    {
        double below = 0;
        foreach (double other in _window.AsSpan(0, _count))
        {
            below += other < value ? 1 : 0;
            below += other == value ? 0.5 : 0;
        }

        return _count == 0 ? double.NaN : below / _count;
    }
}
