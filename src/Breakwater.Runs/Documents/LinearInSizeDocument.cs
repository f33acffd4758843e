using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record LinearInSizeDocument
{
    [Description("Initial margin rate of a position of no size.")]
    public required Stated<Factor> Initial { get; init; }

    [Description("Maintenance margin rate of a position of no size.")]
    public required Stated<Factor> Maintenance { get; init; }

    [Description("Added to both rates for each coin.")]
    public required Stated<Factor> PerCoin { get; init; }
}
