using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One venue's rule set.</summary>
/// <param name="Instruments">In order of their identifiers, all settled in <paramref name="Settlement"/>.</param>
public sealed record VenueRules(
    string Name,
    Currency Settlement,
    IReadOnlyList<InstrumentRules> Instruments,
    LiquidationRules Liquidation,
    DeleveragingRules Deleveraging,
    FundRules Fund
)
{
    /// <summary>Who bears what neither loser nor fund nor deleveraging pays.</summary>
    public LossSharing LossSharing { get; init; }

    /// <summary>Null where the settlement currency alone stands behind positions.</summary>
    public CollateralRules? Collateral { get; init; }

    /// <summary>Null where there are no books and liquidity is a model.</summary>
    public TradingRules? Trading { get; init; }
}
