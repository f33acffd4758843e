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

    [Description("Smallest amount that balances move by when something is shared out; 1e-6 where it is left out.")]
    public Stated<Amount>? Unit { get; init; }

    [Description("Parts of the margin rules; left out: linear, marginal, at the mark, without closing fee.")]
    public MarginDocument? Margin { get; init; }

    [Description("How funding rates are made.")]
    public FundingRulesDocument? Funding { get; init; }

    [Description("How mark and index are made.")]
    public MarkRulesDocument? Mark { get; init; }

    public required LiquidationDocument Liquidation { get; init; }

    public required FundDocument Fund { get; init; }

    public required DeleveragingDocument Deleveraging { get; init; }

    [Description("By coin.")]
    public required OrderedDictionary<string, InstrumentDocument> Instruments { get; init; }
}
