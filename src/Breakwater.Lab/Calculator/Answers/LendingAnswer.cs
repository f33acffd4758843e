using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>lending</c>: health, what may be repaid and seized, and auctions.</summary>
internal static class LendingAnswer
{
    public static void Write(AnswerWriter answer, LendingRules rules, Question question)
    {
        LendingBounds.Require(question);
        switch (rules.Protocol)
        {
            case LendingProtocol.Maker:
                MakerAnswer.Write(answer, rules, question);
                break;
            case LendingProtocol.Aave:
                AaveAnswer.Write(answer, rules, question, DebtOf(question));
                break;
            default:
                CompoundAnswer.Write(answer, rules, question, DebtOf(question));
                break;
        }

        answer.Reasons();
    }

    /// <summary>The collateral to seize and the debt to repay, by name or else the first of each.</summary>
    public static (CollateralQuestion Asset, DebtQuestion Owed) Chosen(Question question)
    {
        CollateralQuestion? asset = question.Collateral?.Find(each =>
            question.Action?.Collateral is not { } name || each.Asset == name
        );
        DebtQuestion? owed = question.Debt?.Find(each => question.Action?.Debt is not { } name || each.Asset == name);
        return (
            asset ?? throw QuestionException.Missing("collateral"),
            owed ?? throw QuestionException.Missing("debt")
        );
    }

    /// <summary>Nobody may liquidate, or there is nothing to seize: nothing is repaid, and debts without collateral are lost.</summary>
    public static void WriteUntouched(AnswerWriter answer, Question question, Rational debt, string reason)
    {
        answer.Number("maxRepay", Rational.Zero);
        answer.Reason("maxRepay", reason);
        answer.Number("badDebt", question.Collateral is { Count: > 0 } ? Rational.Zero : debt);
    }

    /// <summary>The call fails, and so nothing is repaid or seized.</summary>
    public static void WriteRefused(AnswerWriter answer, string reason)
    {
        answer.Json.WriteBoolean("refused", true);
        answer.Number("repaid", null, reason);
        answer.Number("seized", null, reason);
    }

    /// <summary>What is owed in all assets once nothing is left of any collateral; zero while something is.</summary>
    /// <param name="debtLeft">Worth.</param>
    public static Rational BadDebt(
        Question question,
        CollateralQuestion asset,
        Rational collateralLeft,
        Rational debtLeft
    )
    {
        bool hasOthers = question.Collateral!.Exists(each =>
            !ReferenceEquals(each, asset) && each.Amount is { IsPositive: true }
        );
        return hasOthers || collateralLeft.IsPositive ? Rational.Zero : debtLeft;
    }

    private static Rational DebtOf(Question question)
    {
        Rational debt = Rational.Zero;
        foreach ((DebtQuestion each, int i) in (question.Debt ?? []).Select((each, i) => (each, i)))
        {
            Rational amount =
                each.Amount ?? throw QuestionException.Missing(FormattableString.Invariant($"debt[{i}].amount"));
            debt += amount * (each.Price ?? Rational.One);
        }

        return debt;
    }
}
