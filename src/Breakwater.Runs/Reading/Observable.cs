using Breakwater.Domain;

namespace Breakwater.Runs;

/// <summary>One number of a real event, and how a run is held against it.</summary>
public sealed record Observable
{
    /// <summary>In place of a coin or a venue: all of them together.</summary>
    public const string All = "all";

    /// <summary>Such as "F1", or "H3.BTC" for a part of H3.</summary>
    public required string Id { get; init; }

    /// <summary>The identifier without the part.</summary>
    public string Row => Id.Split('.')[0];

    public required string Name { get; init; }

    public required ObservableUse Use { get; init; }

    public required ObservableMeasure Measure { get; init; }

    public required string Venue { get; init; }

    public required string Coin { get; init; }

    public required string? AgainstVenue { get; init; }

    public required string? AgainstCoin { get; init; }

    /// <summary>Empty where no share is taken.</summary>
    public required IReadOnlyList<string> Among { get; init; }

    public required Timestamp WindowStart { get; init; }

    /// <summary>Excluded.</summary>
    public required Timestamp WindowEnd { get; init; }

    /// <summary>As observed, not widened.</summary>
    public required double Low { get; init; }

    public required double High { get; init; }

    /// <summary>Not negative.</summary>
    public required double Error { get; init; }

    /// <summary>Positive: the widest band from 5 % to 95 % of the seeds.</summary>
    public required double Cap { get; init; }

    public required ObservableUnit Unit { get; init; }

    public required string Observed { get; init; }

    public required string Modelled { get; init; }

    public required Basis Basis { get; init; }

    public required string Source { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The interval, widened by the error.</summary>
    public double WidenedLow => Low - Error;

    public double WidenedHigh => High + Error;

    /// <summary>Of the widened interval: the measure of a miss that compares across units.</summary>
    public double HalfWidth => (WidenedHigh - WidenedLow) / 2;
}
