using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Aave v3: a position is liquidated in part or whole against a bonus.</summary>
/// <remarks>Source: docs/venues/aave-v3.md.</remarks>
public static class AaveLiquidation
{
    public readonly record struct Seizure(Rational Repaid, Rational Seized, Rational Bonus, Rational ProtocolFee);

    /// <summary>Collateral at its liquidation thresholds over debt; liquidatable below 1.</summary>
    /// <param name="debt">Positive.</param>
    public static Rational HealthFactor(Rational weightedCollateral, Rational debt) => weightedCollateral / debt;

    /// <summary>Share of a debt that may be repaid at once: all of it once health is at or below a threshold.</summary>
    public static Rational CloseFactor(Rational healthFactor, Rational threshold, Rational partial) =>
        healthFactor > threshold ? partial : Rational.One;

    /// <summary>
    /// Since 3.3 all of it also where the debt or the collateral in question is small; and a liquidation leaves nothing or no less
    /// than a minimum of either.
    /// </summary>
    public static Rational CloseFactorWithSmallPositions(
        Rational healthFactor,
        Rational threshold,
        Rational partial,
        Rational collateral,
        Rational debt,
        Rational small
    ) => collateral < small || debt < small ? Rational.One : CloseFactor(healthFactor, threshold, partial);

    /// <param name="repay">In units of the debt.</param>
    /// <param name="bonus">Such as 0.05.</param>
    /// <param name="balance">Collateral there is: where it does not suffice, the debt repaid is cut instead.</param>
    /// <param name="feeShare">Of the bonus, that the protocol keeps.</param>
    public static Seizure Seize(
        Rational repay,
        Rational debtPrice,
        Rational collateralPrice,
        Rational bonus,
        Rational balance,
        Rational feeShare
    )
    {
        Rational factor = Rational.One + bonus;
        Rational seized = repay * debtPrice / collateralPrice * factor;
        if (seized > balance)
        {
            seized = balance;
            repay = balance * collateralPrice / debtPrice / factor;
        }

        Rational bonusPart = seized - seized / factor;
        return new Seizure(repay, seized, bonusPart, bonusPart * feeShare);
    }
}
