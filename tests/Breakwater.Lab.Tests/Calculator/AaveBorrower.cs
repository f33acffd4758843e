using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>One collateral and one debt, at any health.</summary>
internal static class AaveBorrower
{
    /// <summary>What does not add up in a liquidation of a drawn borrower; null where all does.</summary>
    public static string? Problem(LendingRules rules, Luck luck, ref long liquidated)
    {
        Rational price = Rational.FromFraction(luck.OfAnySize(100_000_000), 1000);
        Rational debtPrice = Rational.FromFraction(luck.OfAnySize(100_000_000), 1000);
        Rational held = Rational.FromFraction(luck.OfAnySize(1_000_000_000), 1000);
        Rational debt = held * price / debtPrice * Rational.FromFraction(luck.Between(500, 1300), 1000);
        Rational threshold = Rational.FromFraction(luck.Between(400, 950), 1000);
        Rational health = AaveLiquidation.HealthFactor(held * price * threshold, debt * debtPrice);
        if (health >= Rational.One)
        {
            return null;
        }

        liquidated++;
        Rational share = AaveLiquidation.CloseFactorWithSmallPositions(
            health,
            rules.FullCloseBelow,
            rules.CloseFactor,
            held * price,
            debt * debtPrice,
            rules.SmallPosition
        );
        Rational repay = debt * share * Rational.FromFraction(luck.Between(1, 10), 10);
        AaveLiquidation.Seizure made = AaveLiquidation.Seize(
            repay,
            debtPrice,
            price,
            rules.Bonus,
            held,
            rules.ProtocolShare
        );
        Rational paid = made.Repaid * debtPrice;
        bool addsUp =
            made.Seized * price == paid * (Rational.One + rules.Bonus)
            && (made.Seized - made.Bonus) * price == paid
            && made.ProtocolFee == made.Bonus * rules.ProtocolShare
            && (made.Repaid == repay || (made.Repaid < repay && made.Seized == held));
        if (!addsUp || made.Seized > held)
        {
            return $"{made} for {repay} of {debt} against {held}";
        }

        Rational owed = (debt - made.Repaid) * debtPrice;
        bool mustImprove = health > threshold * (Rational.One + rules.Bonus) && owed.IsPositive;
        return mustImprove && AaveLiquidation.HealthFactor((held - made.Seized) * price * threshold, owed) < health
            ? $"{made} left a borrower of health {health} worse"
            : null;
    }
}
