using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record ShockDocument
{
    [Description("When the news is out; within the window.")]
    public required Stated<Timestamp> Time { get; init; }

    [Description("Fall of the first coin's fundamental price.")]
    public required Stated<Share> Size { get; init; }

    [Description("Part of the fall, in logarithms, that comes at once.")]
    public required Stated<Share> ShareAtOnce { get; init; }

    [Description("In which the rest follows, evenly.")]
    public required Stated<Duration> SinksIn { get; init; }
}
