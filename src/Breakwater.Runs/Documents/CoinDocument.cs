using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record CoinDocument
{
    [Description("The coin's prices, bar by bar, without a gap; left out where a market makes prices.")]
    public Stated<BarsDocument>? Tape { get; init; }

    [Description("The coin's price at the start, where a market makes prices.")]
    public Stated<Amount>? Price { get; init; }

    [Description("Longer bars into whose range the tape's prices are drawn.")]
    public Stated<BarsDocument>? Bounds { get; init; }

    [Description("Table of price ranges and volumes before the start: where positions were opened.")]
    public Stated<string>? Volume { get; init; }

    [Description("What was traded while the run lasts, bar by bar; shown beside the result and used for nothing else.")]
    public Stated<ObservedBarsDocument>? Observed { get; init; }

    [Description("In place of a volume table: the past moved as another coin's.")]
    public Stated<LikenessDocument>? PastLike { get; init; }

    [Description("Everybody's leverage in this coin over what the mixtures say; 1 where left out.")]
    public Stated<double>? LeverageFactor { get; init; }
}
