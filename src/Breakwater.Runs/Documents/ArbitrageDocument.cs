using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record ArbitrageDocument
{
    [Description("Gap below which it does nothing.")]
    public required Stated<Share> Cost { get; init; }

    [Description("Share of the gap that it closes in a step.")]
    public required Stated<Share> Speed { get; init; }

    [Description("Dollars a step and coin, over the depth quoted on a calm day.")]
    public required Stated<Share> Capacity { get; init; }

    [Description("Capital at a venue over the depth that is quoted there on a calm day.")]
    public required Stated<double> CapitalOverDepth { get; init; }

    [Description("At which it opens positions.")]
    public required Stated<Leverage> Leverage { get; init; }

    [Description("From seeing prices to trading; shorter than a step.")]
    public required Stated<Duration> Latency { get; init; }

    [Description("For so long it leaves a venue alone that refused its order.")]
    public required Stated<Duration> Pause { get; init; }
}
