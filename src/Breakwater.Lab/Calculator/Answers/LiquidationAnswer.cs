using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>liquidate</c>: what is converted, the ladder's next step, and what its fill does.</summary>
internal static class LiquidationAnswer
{
    public static void Write(AnswerWriter answer, RuleSet rules, Question question)
    {
        MarginAccount asked = MarginAnswer.AccountOf(rules, question);
        string? focus = MarginAnswer.FocusOf(asked, question.Focus)?.Symbol;
        IReadOnlyList<Repayment> repayments = WalletConversion.BeforeOrders(rules, asked, out MarginAccount account);
        RepaymentText.Write(answer, rules, repayments);
        PositionMargin? position = account.FirstToLiquidate(focus);
        answer.Json.WriteBoolean("liquidatable", position is not null);
        answer.Number("equity", account.Equity);
        answer.Number("maintenanceMargin", account.Maintenance);
        if (position is null)
        {
            WriteNothing(answer);
        }
        else if (OppositePair.In(rules, account) is { } pair)
        {
            OppositePairAnswer.Write(answer, rules, account, pair);
        }
        else
        {
            LadderStep step = LadderStep.Of(rules, account, position, question.Block);
            LadderStepText.Write(answer, rules, account, position, step);
            LadderSequelText.Write(answer, rules, account, position, step, question);
            WriteFill(answer, rules, account, position, step, question);
        }

        answer.Reasons();
        List<string>? warnings = null;
        MarginWarnings.Add(ref warnings, asked, isAskedToFall: true);
        MarginWarnings.Write(answer.Json, warnings);
    }

    private static void WriteNothing(AnswerWriter answer)
    {
        answer.Json.WriteStartArray("orders");
        answer.Json.WriteEndArray();
        answer.Number("partialQuantity", null, "equity covers what is required");
    }

    private static void WriteFill(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        in LadderStep step,
        Question question
    )
    {
        if (question.Fill is not { } fill)
        {
            return;
        }

        Rational price = fill.Price ?? throw QuestionException.Missing("fill.price");
        LadderFill filled = LadderFill.Of(
            rules,
            account,
            position,
            step,
            QuantityOf(fill, position, step),
            price.IsPositive ? price : throw QuestionException.Invalid("fill.price", "must be above zero")
        );
        BlockLimits.RequireAffordable(rules, filled, question.Block);
        LadderFillText.Write(answer, rules, account, position, filled);
    }

    private static Rational QuantityOf(FillQuestion fill, PositionMargin position, in LadderStep step)
    {
        Rational quantity = fill.Quantity is { } asked ? asked * position.ContractSize : step.Quantity;
        return quantity.IsPositive && quantity <= position.Holding.Quantity
            ? quantity
            : throw QuestionException.Invalid("fill.quantity", "must be above zero and at most the position");
    }
}
