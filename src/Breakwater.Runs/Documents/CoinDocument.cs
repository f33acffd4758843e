using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record CoinDocument
{
    [Description("The coin's prices, bar by bar, without a gap.")]
    public required Stated<BarsDocument> Tape { get; init; }

    [Description("Longer bars into whose range the tape's prices are drawn.")]
    public Stated<BarsDocument>? Bounds { get; init; }

    [Description("Table of price ranges and volumes before the start: where positions were opened.")]
    public required Stated<string> Volume { get; init; }
}
