using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record PartialOrderDocument
{
    [Description("Notional of one account above which the first order is partial.")]
    public required Stated<Amount> Above { get; init; }

    [Description("The first order's share of the position.")]
    public required Stated<Share> Share { get; init; }

    [Description("For so long after a partial order, orders are for the whole position.")]
    public required Stated<Duration> Cooldown { get; init; }
}
