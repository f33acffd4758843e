using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record MakersDocument
{
    [Description("Firms; each quotes an equal share of every listing's depth.")]
    public required Stated<int> Firms { get; init; }

    [Description("Capital of all firms at a venue, over the depth that they quote there.")]
    public required Stated<double> CapitalOverDepth { get; init; }

    [Description("At which they open positions.")]
    public required Stated<Leverage> Leverage { get; init; }

    [Description("Share of each perpetual's open interest that firms hold short at the start, hedged with spot.")]
    public required Stated<Share> CarryShare { get; init; }

    [Description(
        "Volatility above the calm one, in multiples of it, at which the most steadfast firm quotes half of its depth."
    )]
    public required Stated<double> HalfDepthVolatility { get; init; }

    [Description("How much sooner each next firm draws back; at least 1.")]
    public required Stated<double> FirmSpread { get; init; }

    [Description("How steeply depth falls about that volatility.")]
    public required Stated<double> Steepness { get; init; }

    [Description("Depth that stays whatever the volatility.")]
    public required Stated<Share> LeastShare { get; init; }

    [Description("Spread over one step's standard deviation of returns above the calm one.")]
    public required Stated<double> SpreadOverVolatility { get; init; }

    [Description("Over which volatility is averaged.")]
    public required Stated<Duration> VolatilityMemory { get; init; }

    [Description("Inventory at a venue, over quoted depth, at which a firm stops quoting on the side that adds to it.")]
    public required Stated<double> InventoryLimit { get; init; }

    [Description("Loss of capital at which a firm stops quoting.")]
    public required Stated<Share> LossLimit { get; init; }

    [Description("For so long a firm quotes nowhere after it was deleveraged.")]
    public required Stated<Duration> PullAfterDeleveraging { get; init; }

    [Description("In which a firm trades away 1 - 1/e of what it is not hedged in.")]
    public required Stated<Duration> HedgeTime { get; init; }

    [Description("The most that one hedge takes of what is quoted within 1 % where it trades.")]
    public required Stated<Share> HedgeDepth { get; init; }

    [Description("Between looks at its books.")]
    public required Stated<Duration> Interval { get; init; }

    [Description("From seeing prices to quoting.")]
    public required Stated<Duration> Latency { get; init; }
}
