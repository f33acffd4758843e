namespace Breakwater.Lab;

/// <summary>Mean, lowest and highest of what is not missing.</summary>
internal sealed class Mean
{
    private double _sum;
    private long _count;

    public double Value => _count == 0 ? double.NaN : _sum / _count;

    public double Lowest { get; private set; } = double.PositiveInfinity;

    public double Highest { get; private set; } = double.NegativeInfinity;

    public void Add(double value)
    {
        if (!double.IsNaN(value))
        {
            _sum += value;
            _count++;
            Lowest = Math.Min(Lowest, value);
            Highest = Math.Max(Highest, value);
        }
    }
}
