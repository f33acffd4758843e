using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record SteppedDocument
{
    [Description("Notional up to which the base rates hold.")]
    public required Stated<Amount> BaseLimit { get; init; }

    [Description("Notional of each further step.")]
    public required Stated<Amount> Step { get; init; }

    [Description("Base initial margin rate.")]
    public required Stated<Share> Initial { get; init; }

    [Description("Base maintenance margin rate.")]
    public required Stated<Share> Maintenance { get; init; }

    [Description("Added to both rates with each step.")]
    public required Stated<Share> PerStep { get; init; }
}
