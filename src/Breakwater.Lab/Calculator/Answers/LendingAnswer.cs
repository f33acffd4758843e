using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>lending</c>: health, what may be repaid and seized, and auctions.</summary>
internal static class LendingAnswer
{
    private const string NoDebt = "there is no debt";

    public static void Write(AnswerWriter answer, LendingRules rules, Question question)
    {
        LendingBounds.Require(question);
        if (rules.Protocol == LendingProtocol.Maker)
        {
            MakerAnswer.Write(answer, rules, question);
            return;
        }

        Rational debt = Rational.Zero;
        foreach ((DebtQuestion each, int i) in (question.Debt ?? []).Select((each, i) => (each, i)))
        {
            debt += AmountOf(each, i) * (each.Price ?? Rational.One);
        }

        if (rules.Protocol == LendingProtocol.Aave)
        {
            WriteAave(answer, rules, question, debt);
        }
        else
        {
            WriteCompound(answer, rules, question, debt);
        }

        answer.Reasons();
    }

    private static void WriteAave(AnswerWriter answer, LendingRules rules, Question question, Rational debt)
    {
        Rational weighted = Weighted(question, each => each.LiquidationThreshold ?? rules.CollateralFactor);
        Rational? health = debt.IsPositive ? AaveLiquidation.HealthFactor(weighted, debt) : null;
        answer.Number("healthFactor", health, NoDebt);
        answer.Json.WriteBoolean("liquidatable", health < Rational.One);
        if (!(health < Rational.One) || question.Collateral is not { Count: > 0 })
        {
            WriteNothingToSeize(answer, question, debt);
            return;
        }

        (CollateralQuestion asset, DebtQuestion owed) = Chosen(question);
        Rational price = asset.Price ?? Rational.One;
        Rational balance = asset.Amount ?? Rational.Zero;
        Rational owedAmount = AmountOf(owed, 0);
        Rational owedPrice = owed.Price ?? Rational.One;
        Rational closeFactor =
            question.Action?.CloseFactor
            ?? AaveLiquidation.CloseFactorWithSmallPositions(
                health!.Value,
                rules.FullCloseBelow,
                rules.CloseFactor,
                balance * price,
                owedAmount * owedPrice,
                rules.SmallPosition
            );
        Rational most = owedAmount * closeFactor;
        Rational repay = Rational.Min(question.Action?.Repay ?? most, most);
        AaveLiquidation.Seizure seizure = AaveLiquidation.Seize(
            repay,
            owedPrice,
            price,
            asset.Bonus ?? rules.Bonus,
            balance,
            rules.ProtocolShare
        );
        Rational left = owedAmount - seizure.Repaid;
        bool exhausted = seizure.Seized == balance && question.Collateral!.Count == 1;
        answer.Number("closeFactor", closeFactor);
        answer.Number("maxRepay", most);
        answer.Number("repaid", seizure.Repaid);
        answer.Number("seized", seizure.Seized);
        answer.Number("bonus", seizure.Bonus);
        answer.Number("protocolFee", seizure.ProtocolFee);
        answer.Number("debtAfter", left);
        answer.Number("badDebt", exhausted ? left : Rational.Zero);
    }

    private static void WriteCompound(AnswerWriter answer, LendingRules rules, Question question, Rational debt)
    {
        Rational weighted = Rational.Zero;
        foreach (CollateralQuestion each in question.Collateral ?? [])
        {
            weighted += CompoundLiquidation.BorrowingPower(
                each.Amount ?? Rational.Zero,
                each.ExchangeRate ?? Rational.One,
                each.Price ?? Rational.One,
                each.CollateralFactor ?? rules.CollateralFactor
            );
        }

        Rational liquidity = CompoundLiquidation.Liquidity(weighted, debt);
        answer.Number("liquidity", Rational.Max(liquidity, Rational.Zero));
        answer.Number("shortfall", Rational.Max(-liquidity, Rational.Zero));
        answer.Json.WriteBoolean("liquidatable", liquidity.IsNegative);
        if (!liquidity.IsNegative || question.Collateral is not { Count: > 0 })
        {
            WriteNothingToSeize(answer, question, debt);
            return;
        }

        (CollateralQuestion asset, DebtQuestion owed) = Chosen(question);
        Rational closeFactor = question.Action?.CloseFactor ?? rules.CloseFactor;
        Rational most = AmountOf(owed, 0) * closeFactor;
        Rational repay = Rational.Min(question.Action?.Repay ?? most, most);
        Rational seized = CompoundLiquidation.SeizeTokens(
            repay,
            Rational.One + (asset.Bonus ?? rules.Bonus),
            owed.Price ?? Rational.One,
            asset.Price ?? Rational.One,
            asset.ExchangeRate ?? Rational.One
        );
        Rational held = asset.Amount ?? Rational.Zero;
        answer.Number("closeFactor", closeFactor);
        answer.Number("maxRepay", most);
        answer.Json.WriteBoolean("refused", seized > held);
        if (seized > held)
        {
            return;
        }

        Rational left = AmountOf(owed, 0) - repay;
        answer.Number("repaid", repay);
        answer.Number("seized", seized);
        answer.Number("protocolFee", CompoundLiquidation.ProtocolTokens(seized, rules.ProtocolShare));
        answer.Number("debtAfter", left);
        answer.Number("badDebt", seized == held && question.Collateral!.Count == 1 ? left : Rational.Zero);
    }

    // A borrower who is safe, or who has nothing left.
    private static void WriteNothingToSeize(AnswerWriter answer, Question question, Rational debt)
    {
        answer.Number("maxRepay", Rational.Zero);
        answer.Number("badDebt", question.Collateral is { Count: > 0 } ? Rational.Zero : debt);
    }

    private static Rational Weighted(Question question, Func<CollateralQuestion, Rational> weight)
    {
        Rational sum = Rational.Zero;
        foreach (CollateralQuestion each in question.Collateral ?? [])
        {
            sum += (each.Amount ?? Rational.Zero) * (each.Price ?? Rational.One) * weight(each);
        }

        return sum;
    }

    private static (CollateralQuestion Asset, DebtQuestion Owed) Chosen(Question question)
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

    private static Rational AmountOf(DebtQuestion debt, int i) =>
        debt.Amount ?? throw QuestionException.Missing(FormattableString.Invariant($"debt[{i}].amount"));
}
