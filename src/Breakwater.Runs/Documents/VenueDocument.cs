using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

/// <summary>A venue file: one rule set, as it was at its dates.</summary>
internal sealed record VenueDocument
{
    [Description("As the venue calls itself.")]
    public required string Name { get; init; }

    [Description("Currency of margin, profit and loss.")]
    public required string Settlement { get; init; }

    [Description("Between mark updates.")]
    public required Stated<Duration> MarkInterval { get; init; }

    [Description("Between funding payments, counted from midnight UTC.")]
    public required Stated<Duration> FundingInterval { get; init; }

    public required LiquidationDocument Liquidation { get; init; }

    public required FundDocument Fund { get; init; }

    public required DeleveragingDocument Deleveraging { get; init; }

    [Description("By coin.")]
    public required OrderedDictionary<string, InstrumentDocument> Instruments { get; init; }
}
