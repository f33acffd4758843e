using System.ComponentModel;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>A file in venues/ for an account mode in which several assets stand behind the positions of another rule set.</summary>
internal sealed record UnifiedDocument
{
    [Description("As the venue calls it.")]
    public required string Name { get; init; }

    [Description("Rule set whose instruments, ladder and funding hold.")]
    public required string PositionsOf { get; init; }

    [Description("Share of its value that each asset counts for, by tier of its amount.")]
    public required OrderedDictionary<string, Stated<IReadOnlyList<CollateralTierDocument>>> Collateral { get; init; }

    [Description("A negative balance counts in full.")]
    public required Stated<bool> DebtsCountInFull { get; init; }

    [Description("When and how collateral is sold to repay a negative balance.")]
    public required ConversionDocument Conversion { get; init; }

    [Description("Which position goes first.")]
    public required Stated<PositionOrder> PositionOrder { get; init; }
}
