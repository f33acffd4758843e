using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record TierDocument
{
    [Description("Smallest notional of the tier.")]
    public required Amount From { get; init; }

    [Description("Highest leverage that a trader may choose.")]
    public required Leverage MaxLeverage { get; init; }

    [Description("Share of the notional that is maintenance margin; the deduction follows.")]
    public required Share Maintenance { get; init; }
}
