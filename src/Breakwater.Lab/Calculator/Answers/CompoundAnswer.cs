using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>lending</c> for Compound: liquidity or shortfall, and what one liquidation repays and seizes.</summary>
internal static class CompoundAnswer
{
    private const string TooMuchRepaid = "more than the close factor allows (TOO_MUCH_REPAY)";

    private const string TooMuchSeized =
        "it would seize more than the borrower holds of this collateral (LIQUIDATE_SEIZE_TOO_MUCH)";

    /// <param name="debt">Worth of all debts.</param>
    public static void Write(AnswerWriter answer, LendingRules rules, Question question, Rational debt)
    {
        Rational liquidity = CompoundLiquidation.Liquidity(BorrowingPower(rules, question), debt);
        answer.Number("liquidity", Rational.Max(liquidity, Rational.Zero));
        answer.Number("shortfall", Rational.Max(-liquidity, Rational.Zero));
        answer.Json.WriteBoolean("liquidatable", liquidity.IsNegative);
        if (liquidity.IsNegative && question.Collateral is { Count: > 0 })
        {
            WriteLiquidation(answer, rules, question, debt);
            return;
        }

        string reason = liquidity.IsNegative ? "there is no collateral" : "there is no shortfall";
        LendingAnswer.WriteUntouched(answer, question, debt, reason);
    }

    private static void WriteLiquidation(AnswerWriter answer, LendingRules rules, Question question, Rational debt)
    {
        (CollateralQuestion asset, DebtQuestion owed) = LendingAnswer.Chosen(question);
        (Rational held, Rational amount) = (asset.Amount ?? Rational.Zero, owed.Amount!.Value);
        Rational price = owed.Price ?? Rational.One;
        Rational tokensPerUnit = CompoundLiquidation.TokensPerUnit(
            Rational.One + (asset.Bonus ?? rules.Bonus),
            price,
            asset.Price ?? Rational.One,
            asset.ExchangeRate ?? Rational.One
        );
        Rational closeFactor = question.Action?.CloseFactor ?? rules.CloseFactor;
        Rational closing = amount * closeFactor;
        Rational most = Rational.Min(closing, CompoundLiquidation.MostRepaid(held, tokensPerUnit));
        answer.Number("closeFactor", closeFactor);
        answer.Number("maxRepay", most);
        if (question.Action?.Repay > most)
        {
            LendingAnswer.WriteRefused(answer, question.Action.Repay > closing ? TooMuchRepaid : TooMuchSeized);
            return;
        }

        Rational repay = question.Action?.Repay ?? most;
        Rational seized = CompoundLiquidation.SeizeTokens(repay, tokensPerUnit);
        answer.Number("repaid", repay);
        answer.Number("seized", seized);
        answer.Number("protocolFee", CompoundLiquidation.ProtocolTokens(seized, rules.ProtocolShare));
        answer.Number("debtAfter", amount - repay);
        answer.Number("badDebt", LendingAnswer.BadDebt(question, asset, held - seized, debt - repay * price));
    }

    private static Rational BorrowingPower(LendingRules rules, Question question)
    {
        Rational sum = Rational.Zero;
        foreach (CollateralQuestion each in question.Collateral ?? [])
        {
            sum += CompoundLiquidation.BorrowingPower(
                each.Amount ?? Rational.Zero,
                each.ExchangeRate ?? Rational.One,
                each.Price ?? Rational.One,
                each.CollateralFactor ?? rules.CollateralFactor
            );
        }

        return sum;
    }
}
