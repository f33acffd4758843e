using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record LiquidatorsDocument
{
    [Description("Between blocks: prices are said, loans liquidated and coins sold once in each.")]
    public required Stated<Duration> Interval { get; init; }

    [Description("Over what is repaid, that a liquidator wants of the last coin that it sells.")]
    public required Stated<Share> LeastProfit { get; init; }

    [Description("They sell what they seize; off to see what that does.")]
    public required Stated<bool> Sell { get; init; }
}
