using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record OracleDocument
{
    [Description("It says a price after so long at the latest.")]
    public required Stated<Duration> Heartbeat { get; init; }

    [Description("Or once the price is so far from what it said last; left out where it waits for the heartbeat.")]
    public Stated<Share>? Deviation { get; init; }

    [Description("How old a price is when it is said; left out for none.")]
    public Stated<Duration>? Delay { get; init; }
}
