using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Aave v3.3 and later: a position is liquidated in part or whole against a bonus.</summary>
/// <remarks>Source: docs/venues/aave-v3.md. Debt and collateral are worth so much in the market's base currency.</remarks>
public static class AaveLiquidation
{
    public readonly record struct Seizure(Rational Repaid, Rational Seized, Rational Bonus, Rational ProtocolFee);

    /// <summary>Collateral at its liquidation thresholds over debt; liquidatable below 1.</summary>
    /// <param name="debt">Positive.</param>
    public static Rational HealthFactor(Rational weightedCollateral, Rational debt) => weightedCollateral / debt;

    /// <summary>
    /// Share of an account's total debt that one liquidation may repay: all of it once health is at or below a threshold, or
    /// where the debt or the collateral in question is small.
    /// </summary>
    /// <param name="collateral">Worth of what there is of the collateral to be seized.</param>
    /// <param name="debt">Worth of what is owed of the asset to be repaid.</param>
    public static Rational CloseFactor(
        Rational healthFactor,
        Rational threshold,
        Rational partial,
        Rational collateral,
        Rational debt,
        Rational small
    ) => healthFactor > threshold && collateral >= small && debt >= small ? partial : Rational.One;

    /// <summary>Most that may be repaid of one asset: all that is owed of it, up to a share of the debt in all assets.</summary>
    /// <param name="owed">In units of the asset.</param>
    /// <param name="price">Of the asset; positive.</param>
    public static Rational MostRepaid(Rational owed, Rational price, Rational totalDebt, Rational closeFactor) =>
        Rational.Min(owed, totalDebt * closeFactor / price);

    /// <summary>A liquidation leaves nothing of the debt or of the collateral in question, or no less than a minimum of both.</summary>
    public static bool LeavesDust(Rational collateral, Rational debt, Rational least) =>
        collateral.IsPositive && debt.IsPositive && (collateral < least || debt < least);

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
