using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record ObservableDocument
{
    [Description("What it is, for tables.")]
    public required string Name { get; init; }

    [Description("Whether a fit may look at it.")]
    public required ObservableUse Use { get; init; }

    [Description("What is computed from a run.")]
    public required ObservableMeasure Measure { get; init; }

    [Description("A venue of the scenario, or all: its perpetual venues together.")]
    public required string Venue { get; init; }

    [Description("A coin of the scenario, or all: its coins together.")]
    public required string Coin { get; init; }

    [Description("The venue that a gap or a ratio is taken against.")]
    public string? AgainstVenue { get; init; }

    [Description("The coin that a ratio is taken against.")]
    public string? AgainstCoin { get; init; }

    [Description("Coins whose sum a share is taken of.")]
    public IReadOnlyList<string>? Among { get; init; }

    [Description("What is looked at; the end is excluded.")]
    public required WindowDocument Window { get; init; }

    [Description("Lower end of what was observed.")]
    public required RealNumber Low { get; init; }

    [Description("Upper end of what was observed.")]
    public required RealNumber High { get; init; }

    [Description("How far the truth may lie outside of it: measurement, window and universe.")]
    public required RealNumber Error { get; init; }

    [Description("The widest band of the middle nine tenths of the seeds that still says something.")]
    public required RealNumber Cap { get; init; }

    public required ObservableUnit Unit { get; init; }

    [Description("What the source measured: universe, window, definition.")]
    public required string Observed { get; init; }

    [Description("What a run measures for it, and where the two differ.")]
    public required string Modelled { get; init; }

    public required Basis Basis { get; init; }

    public required string Source { get; init; }

    [Description("Day for which the source holds.")]
    public required DateOnly Date { get; init; }
}
