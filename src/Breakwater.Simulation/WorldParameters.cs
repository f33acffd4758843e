using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>All that a run is a function of, besides the engine itself, and how much of it is recorded.</summary>
public sealed record WorldParameters
{
    public required Timestamp Start { get; init; }

    public required Timestamp End { get; init; }

    /// <summary>Of who is there: sizes, sides, entries, stops.</summary>
    public required Seed CrowdSeed { get; init; }

    /// <summary>Of the crowd that all paths of a market share; null under tapes, where <see cref="Seed"/> draws it.</summary>
    public Seed? SharedCrowd => Market is null ? null : CrowdSeed;

    /// <summary>Of what happens on the way; nothing under a tape.</summary>
    public Seed PathSeed { get; init; }

    /// <summary>The one that tells runs apart: of the path where a market makes prices, of the crowd under a tape.</summary>
    public Seed Seed => Market is null ? CrowdSeed : PathSeed;

    public required CrowdParameters Crowd { get; init; }

    /// <summary>By coin: what its positions may have been opened at.</summary>
    public required IReadOnlyList<CoinHistory> Histories { get; init; }

    /// <summary>By coin: its price from start to end; empty where the market makes prices.</summary>
    public required IReadOnlyList<PriceTape> Tapes { get; init; }

    /// <summary>Null where prices are given by tapes.</summary>
    public MarketParameters? Market { get; init; }

    public required IReadOnlyList<VenueParameters> Venues { get; init; }

    /// <summary>Whether series hold depth beyond the top of a book, too. What happens does not depend on it.</summary>
    public bool RecordsDepth { get; init; } = true;

    /// <summary>The same world for one of many runs, of which nobody looks at depth beyond the top.</summary>
    public WorldParameters RecordingTopsOnly() => this with { RecordsDepth = false };

    /// <summary>The same world with another <see cref="Seed"/>.</summary>
    public WorldParameters WithSeed(Seed seed) =>
        Market is null ? this with { CrowdSeed = seed } : this with { PathSeed = seed };
}
