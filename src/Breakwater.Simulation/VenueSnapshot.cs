using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>A venue and its log between two commands. Nothing changes it: several worlds may stand as it does side by side.</summary>
public sealed class VenueSnapshot
{
    internal VenueSnapshot(VenueState state, EventHash hash, long events, LargestPositions? largestAtStart)
    {
        (State, Events, LargestAtStart) = (state, events, largestAtStart);
        Hash.ContinueFrom(hash);
    }

    internal VenueState State { get; }

    internal EventHash Hash { get; } = new();

    internal long Events { get; }

    internal LargestPositions? LargestAtStart { get; }
}
