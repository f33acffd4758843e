using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record InstrumentDocument
{
    [Description("As the venue writes it, such as BTCUSDT.")]
    public required string Symbol { get; init; }

    [Description("Smallest step of the price.")]
    public required Stated<Amount> Tick { get; init; }

    [Description("Smallest step of the quantity.")]
    public required Stated<Amount> Lot { get; init; }

    [Description("Margin tiers, the first from zero.")]
    public required Stated<IReadOnlyList<TierDocument>> Tiers { get; init; }
}
