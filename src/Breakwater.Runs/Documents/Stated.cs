using System.ComponentModel;

namespace Breakwater.Runs;

/// <summary>A value with where it comes from.</summary>
internal sealed record Stated<T>
    where T : notnull
{
    public required T Value { get; init; }

    [Description("How firmly the value stands.")]
    public required Basis Basis { get; init; }

    [Description("Where the value comes from, or why it was chosen.")]
    public required string Source { get; init; }

    [Description("Day for which the source holds.")]
    public DateOnly? Date { get; init; }
}
