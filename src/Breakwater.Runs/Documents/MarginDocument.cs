using System.ComponentModel;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

internal sealed record MarginDocument
{
    [Description("In what contracts are valued and settled.")]
    public required Stated<ContractKind> Contract { get; init; }

    [Description("How the tables of instruments are read.")]
    public required Stated<ScheduleKind> Schedule { get; init; }

    [Description("What decides in which tier a whole position is.")]
    public Stated<TierMeasure>? Measure { get; init; }

    [Description("Price of the notional that maintenance margin is taken on.")]
    public required Stated<MarginBasis> MaintenanceAt { get; init; }

    [Description("Price of the notional that initial margin of an open position is taken on.")]
    public required Stated<MarginBasis> InitialAt { get; init; }

    [Description("Whether the fee for closing counts towards maintenance margin.")]
    public required Stated<ClosingFee> ClosingFee { get; init; }

    [Description("Fee of a taker at the base tier.")]
    public required Stated<Share> TakerFee { get; init; }

    [Description("The venue's margin ratio is equity over maintenance margin; false: the other way round.")]
    public required Stated<bool> RatioIsEquityOverMaintenance { get; init; }

    [Description("Equity equal to what is required liquidates; false: it must be below.")]
    public required Stated<bool> LiquidatesAtEquality { get; init; }
}
