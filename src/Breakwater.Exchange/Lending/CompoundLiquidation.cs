using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Compound v2: an account in shortfall loses collateral tokens worth what is repaid, times an incentive.</summary>
/// <remarks>Source: docs/venues/compound-v2.md.</remarks>
public static class CompoundLiquidation
{
    private static readonly Rational s_mantissa = Rational.FromInteger(1_000_000_000_000_000_000);

    /// <summary>What a collateral lets its owner borrow: one product, truncated to a whole smallest unit as the contract does.</summary>
    /// <param name="tokens">In whole smallest units of the collateral token.</param>
    public static Rational BorrowingPower(
        Rational tokens,
        Rational exchangeRate,
        Rational price,
        Rational collateralFactor
    ) => (tokens * exchangeRate * price * collateralFactor).ToInteger(Rounding.Floor);

    /// <summary>Borrowing power less debt: liquidity where positive, shortfall where negative. Zero is not liquidatable.</summary>
    public static Rational Liquidity(Rational weightedCollateral, Rational debt) => weightedCollateral - debt;

    /// <summary>Tokens seized for each unit repaid, with every product truncated to 18 decimals as the contract does.</summary>
    /// <param name="incentive">Such as 1.08.</param>
    /// <param name="collateralPrice">Positive, as is the exchange rate.</param>
    public static Rational TokensPerUnit(
        Rational incentive,
        Rational borrowPrice,
        Rational collateralPrice,
        Rational exchangeRate
    ) => Truncated(Truncated(incentive * borrowPrice) / Truncated(collateralPrice * exchangeRate));

    /// <summary>Tokens seized, truncated.</summary>
    /// <param name="repay">In whole smallest units of the borrowed asset.</param>
    public static Rational SeizeTokens(Rational repay, Rational tokensPerUnit) =>
        (tokensPerUnit * repay).ToInteger(Rounding.Floor);

    /// <summary>What may be repaid so that no more is seized than the borrower holds of the collateral: beyond it, a call is refused.</summary>
    /// <param name="held">Tokens.</param>
    /// <param name="tokensPerUnit">Positive.</param>
    public static Rational MostRepaid(Rational held, Rational tokensPerUnit) => held / tokensPerUnit;

    /// <summary>The protocol's part of what is seized, truncated.</summary>
    public static Rational ProtocolTokens(Rational seized, Rational share) =>
        (seized * share).ToInteger(Rounding.Floor);

    private static Rational Truncated(Rational value) => (value * s_mantissa).ToInteger(Rounding.Floor) / s_mantissa;
}
