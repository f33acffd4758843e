using Breakwater.Runs;

namespace Breakwater.Lab.Map;

/// <summary>What becomes liquidatable by price level, at one instant.</summary>
public sealed record LiquidationMapReport
{
    public const string StressTool = "a stress tool, not a forecast";

    public required string Coin { get; init; }

    public required string Venue { get; init; }

    public required string At { get; init; }

    public required Engine Engine { get; init; }

    public string Caveat { get; init; } = StressTool;

    /// <summary>Dollars.</summary>
    public required double Price { get; init; }

    /// <summary>Where price, open interest and entries come from.</summary>
    public required string Source { get; init; }

    /// <summary>Of the crowds.</summary>
    public required string Seeds { get; init; }

    /// <summary>Open interest of one side, dollars.</summary>
    public required double OpenInterest { get; init; }

    /// <summary>Notional of measured accounts over the open interest of their side; null where none were given.</summary>
    public required double? LongCoverage { get; init; }

    public required double? ShortCoverage { get; init; }

    /// <summary>Below the price, the nearest first.</summary>
    public required IReadOnlyList<MapLevel> Longs { get; init; }

    /// <summary>Above the price, the nearest first.</summary>
    public required IReadOnlyList<MapLevel> Shorts { get; init; }

    /// <summary>Level by level, where liquidations after the instant are in the store.</summary>
    public required IReadOnlyList<MapScore> Scores { get; init; }

    /// <summary>Totals, where the scenario knows what was reported of the coin and venue.</summary>
    public required IReadOnlyList<TotalCompared> Totals { get; init; }

    /// <summary>Why there is no score by level; null where there is one.</summary>
    public required string? NoScore { get; init; }
}
