namespace Breakwater.Indicators;

/// <summary>The sum of the last values, in constant time a value.</summary>
/// <remarks>
/// Adding what comes and subtracting what goes would let rounding errors grow without end, so the window is summed anew, in
/// order, each time that it has been replaced once: an error is as old as two windows at most.
/// </remarks>
public sealed class RollingSum
{
    private readonly double[] _window;
    private int _next;
    private double _sum;

    /// <param name="length">How many values are summed; at least 1.</param>
    public RollingSum(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _window = new double[length];
    }

    /// <summary>How many values the sum has, up to the length of the window.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count == _window.Length;

    public double Sum => _sum;

    public void Add(double value)
    {
        _sum += value - _window[_next];
        _window[_next] = value;
        _next++;
        Count = Math.Max(Count, _next);
        if (_next == _window.Length)
        {
            _next = 0;
            SumAnew();
        }
    }

    private void SumAnew()
    {
        _sum = 0;
        foreach (double value in _window)
        {
            _sum += value;
        }
    }
}
