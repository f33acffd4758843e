using System.ComponentModel;

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

    [Description("What selling one asset to cover another's deficit costs.")]
    public Stated<Factor>? ConversionHaircut { get; init; }

    [Description("When and how collateral is converted, in words.")]
    public required Stated<string> Conversion { get; init; }

    [Description("Which position goes first, in words.")]
    public required Stated<string> PositionOrder { get; init; }
}
