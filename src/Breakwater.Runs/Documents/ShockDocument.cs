using System.ComponentModel;
using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

internal sealed record ShockDocument
{
    [Description("When the news is out; within the window.")]
    public required Stated<Timestamp> Time { get; init; }

    [Description("Fall of the first coin's fundamental price.")]
    public required Stated<Share> Size { get; init; }

    [Description("Part of the fall, in logarithms, that comes at once.")]
    public required Stated<Share> ShareAtOnce { get; init; }

    [Description("In which the rest follows.")]
    public required Stated<Duration> SinksIn { get; init; }

    [Description(
        "How the rest follows: evenly, or by word of mouth, slowly at first and fastest at half of sinksIn; even where left out."
    )]
    public Stated<NewsCourse>? Course { get; init; }
}
