using Breakwater.Indicators;

namespace Breakwater.Lab;

internal sealed class LiquidationTotal
{
    public LiquidationBounds Bounds { get; private set; }

    public void Add(LiquidationBounds minute) => Bounds += minute;
}
