using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record LikenessDocument
{
    [Description("A coin of the scenario that has a volume table.")]
    public required string Coin { get; init; }

    [Description("Move of this coin's price over the other's, in logarithms.")]
    public required double Beta { get; init; }
}
