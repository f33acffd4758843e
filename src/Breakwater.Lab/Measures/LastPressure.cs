using Breakwater.Indicators;

namespace Breakwater.Lab;

internal sealed class LastPressure
{
    private readonly FlowPressure _pressure = new(flowDays: 5, turnoverDays: 30);

    public double Value { get; private set; } = double.NaN;

    public void Add(double flow, double size) => Value = _pressure.Add(flow, size);
}
