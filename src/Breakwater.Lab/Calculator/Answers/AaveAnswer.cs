using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>lending</c> for Aave: the health factor, and what one liquidation repays and seizes.</summary>
internal static class AaveAnswer
{
    private static readonly Rational s_two = Rational.FromInteger(2);

    /// <param name="debt">Worth of all debts.</param>
    public static void Write(AnswerWriter answer, LendingRules rules, Question question, Rational debt)
    {
        Rational? health = debt.IsPositive ? AaveLiquidation.HealthFactor(Weighted(rules, question), debt) : null;
        answer.Number("healthFactor", health, "there is no debt");
        answer.Json.WriteBoolean("liquidatable", health < Rational.One);
        if (health is { } low && low < Rational.One && question.Collateral is { Count: > 0 })
        {
            WriteLiquidation(answer, rules, question, debt, low);
            return;
        }

        string reason = health < Rational.One ? "there is no collateral" : "the health factor is not below 1";
        LendingAnswer.WriteUntouched(answer, question, debt, reason);
    }

    private static void WriteLiquidation(
        AnswerWriter answer,
        LendingRules rules,
        Question question,
        Rational debt,
        Rational health
    )
    {
        (CollateralQuestion asset, DebtQuestion owed) = LendingAnswer.Chosen(question);
        (Rational balance, Rational amount) = (asset.Amount ?? Rational.Zero, owed.Amount!.Value);
        Rational price = asset.Price ?? Rational.One;
        Rational debtPrice = owed.Price ?? Rational.One;
        Rational closeFactor =
            question.Action?.CloseFactor
            ?? AaveLiquidation.CloseFactor(
                health,
                rules.FullCloseBelow,
                rules.CloseFactor,
                balance * price,
                amount * debtPrice,
                rules.SmallPosition
            );
        Rational most = AaveLiquidation.MostRepaid(amount, debtPrice, debt, closeFactor);
        AaveLiquidation.Seizure seizure = AaveLiquidation.Seize(
            Rational.Min(question.Action?.Repay ?? most, most),
            debtPrice,
            price,
            asset.Bonus ?? rules.Bonus,
            balance,
            rules.ProtocolShare
        );
        answer.Number("closeFactor", closeFactor);
        answer.Number("maxRepay", most);
        (Rational collateralLeft, Rational debtLeft) = (balance - seizure.Seized, amount - seizure.Repaid);
        Rational least = rules.SmallPosition / s_two;
        if (AaveLiquidation.LeavesDust(collateralLeft * price, debtLeft * debtPrice, least))
        {
            LendingAnswer.WriteRefused(answer, $"it would leave less than {least} of the debt or the collateral");
            return;
        }

        answer.Number("repaid", seizure.Repaid);
        answer.Number("seized", seizure.Seized);
        answer.Number("bonus", seizure.Bonus);
        answer.Number("protocolFee", seizure.ProtocolFee);
        answer.Number("debtAfter", debtLeft);
        Rational totalLeft = debt - seizure.Repaid * debtPrice;
        answer.Number("badDebt", LendingAnswer.BadDebt(question, asset, collateralLeft, totalLeft));
    }

    private static Rational Weighted(LendingRules rules, Question question)
    {
        Rational sum = Rational.Zero;
        foreach (CollateralQuestion each in question.Collateral ?? [])
        {
            Rational worth = (each.Amount ?? Rational.Zero) * (each.Price ?? Rational.One);
            sum += worth * (each.LiquidationThreshold ?? rules.CollateralFactor);
        }

        return sum;
    }
}
