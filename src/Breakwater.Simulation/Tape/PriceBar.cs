using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Open, high, low and close of a span of time, in quote currency.</summary>
public readonly record struct PriceBar(
    Timestamp Start,
    Duration Length,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close
)
{
    public Timestamp End => Start + Length;

    /// <summary>This bar with every price drawn into the range of another.</summary>
    public PriceBar Within(PriceBar bounds) =>
        this with
        {
            Open = Math.Clamp(Open, bounds.Low, bounds.High),
            High = Math.Clamp(High, bounds.Low, bounds.High),
            Low = Math.Clamp(Low, bounds.Low, bounds.High),
            Close = Math.Clamp(Close, bounds.Low, bounds.High),
        };
}
