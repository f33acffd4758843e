using Breakwater.Indicators;

namespace Breakwater.Lab;

internal sealed class LastRatio(int length)
{
    private readonly RelativeToMean _ratio = new(length);

    public double Value { get; private set; } = double.NaN;

    public void Add(double value) => Value = _ratio.Add(value);
}
