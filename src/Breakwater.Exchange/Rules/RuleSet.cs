using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A venue's rules as named parts, exact: what the calculator answers from.</summary>
/// <remarks>
/// The same file gives <see cref="VenueRules"/>, in whole units, where the engine can carry all its parts out.
/// </remarks>
public sealed record RuleSet
{
    public required string Name { get; init; }

    public required string Settlement { get; init; }

    /// <summary>Smallest amount that balances move by when something is shared out.</summary>
    public required Rational Unit { get; init; }

    public required ContractKind Contract { get; init; }

    public required MarginRules Margin { get; init; }

    public required LadderRules Ladder { get; init; }

    public required FundRules Fund { get; init; }

    /// <summary>Null where the venue takes nothing over, or its schedule is not stated.</summary>
    public UnwindingRules? Unwinding { get; init; }

    public required DeleveragingRules Deleveraging { get; init; }

    public required LossSharing LossSharing { get; init; }

    public required FundingRules Funding { get; init; }

    public required MarkRules Mark { get; init; }

    /// <summary>Collateral tiers by asset; empty where only the settlement currency counts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CollateralTier>> Collateral { get; init; } =
        new Dictionary<string, IReadOnlyList<CollateralTier>>(StringComparer.Ordinal);

    /// <summary>Null where only the settlement currency counts.</summary>
    public UnifiedRules? Unified { get; init; }

    /// <summary>By symbol and by coin.</summary>
    public required IReadOnlyDictionary<string, Listing> Listings { get; init; }

    /// <param name="listing">Null for an instrument that the venue does not list: the venue's own fee.</param>
    public Rational ClearanceFeeOf(Listing? listing) => listing?.ClearanceFee ?? Ladder.ClearanceFee;
}
