using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>All that a run is a function of, besides the engine itself.</summary>
public sealed record WorldParameters
{
    public required Timestamp Start { get; init; }

    public required Timestamp End { get; init; }

    public required Seed Seed { get; init; }

    public required CrowdParameters Crowd { get; init; }

    /// <summary>By coin: what its positions may have been opened at.</summary>
    public required IReadOnlyList<CoinHistory> Histories { get; init; }

    /// <summary>By coin: its price from start to end.</summary>
    public required IReadOnlyList<PriceTape> Tapes { get; init; }

    public required IReadOnlyList<VenueParameters> Venues { get; init; }
}
