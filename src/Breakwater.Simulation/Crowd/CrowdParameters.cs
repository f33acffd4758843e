namespace Breakwater.Simulation;

/// <summary>What accounts are like wherever they are.</summary>
public sealed record CrowdParameters
{
    public required IReadOnlyList<LeverageComponent> Components { get; init; }

    /// <summary>How sizes, leverage, entries and intentions are drawn.</summary>
    public DrawKind Draw { get; init; }

    /// <summary>Share of accounts that are long in their first coin.</summary>
    public required double LongShare { get; init; }

    /// <summary>Share of accounts whose margin is cross. Those that hold two coins always are.</summary>
    public required double CrossShare { get; init; }

    /// <summary>Share of accounts that hold two coins.</summary>
    public required double TwoCoinShare { get; init; }

    /// <summary>Share of those that are on the same side in both.</summary>
    public required double SameSideShare { get; init; }

    /// <summary>Median of one account's notional in a coin, before it is scaled to the open interest.</summary>
    public required double MedianNotional { get; init; }

    /// <summary>Standard deviation of its logarithm.</summary>
    public required double NotionalSigma { get; init; }

    /// <summary>No account's notional is drawn above this.</summary>
    public required double LargestNotional { get; init; }
}
