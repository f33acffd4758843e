using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record ObservedBarsDocument
{
    [Description("One of the scenario's venues.")]
    public required string Venue { get; init; }

    [Description("Table with the columns time_utc, open, high, low, close.")]
    public required string File { get; init; }

    [Description("Length of each bar.")]
    public required Duration Bar { get; init; }
}
