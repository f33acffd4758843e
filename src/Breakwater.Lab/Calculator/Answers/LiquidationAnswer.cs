using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>liquidate</c>: the ladder's next step, and what its fill does.</summary>
internal static class LiquidationAnswer
{
    private const string NoLimit = "the order takes any price";

    public static void Write(AnswerWriter answer, RuleSet rules, Question question)
    {
        MarginAccount account = MarginAnswer.AccountOf(rules, question);
        PositionMargin? position = account.FirstToLiquidate(question.Focus);
        answer.Json.WriteBoolean("liquidatable", position is not null);
        answer.Number("equity", account.Equity);
        answer.Number("maintenanceMargin", account.Maintenance);
        if (position is null)
        {
            answer.Json.WriteStartArray("orders");
            answer.Json.WriteEndArray();
            answer.Number("partialQuantity", null, "equity covers what is required");
            answer.Reasons();
            return;
        }

        LadderStep step = LadderStep.Of(rules, account, position);
        WriteStep(answer, rules, account, position, step);
        if (question.Fill is { } fill)
        {
            Rational price = fill.Price ?? throw QuestionException.Missing("fill.price");
            LadderFill filled = LadderFill.Of(
                rules,
                account,
                position,
                step,
                QuantityOf(fill, position, step),
                price.IsPositive ? price : throw QuestionException.Invalid("fill.price", "must be above zero")
            );
            WriteFill(answer, account, position, filled);
        }

        answer.Reasons();
    }

    private static void WriteStep(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        in LadderStep step
    )
    {
        bool isLong = position.Holding.Side > 0;
        Rational size = position.ContractSize;
        answer.Json.WriteString("symbol", position.Symbol);
        answer.Json.WriteString("stage", step.Order);
        answer.Json.WriteStartArray("orders");
        answer.Json.WriteStartObject();
        answer.Json.WriteString("type", "cancelAll");
        answer.Json.WriteEndObject();
        answer.Json.WriteStartObject();
        answer.Json.WriteString("type", step.Order);
        answer.Json.WriteString("side", isLong ? "sell" : "buy");
        answer.Number("quantity", step.Quantity / size);
        answer.Price("limitPrice", step.Limit, NoLimit, position.TickSize, isLong);
        answer.Reasons();
        answer.Json.WriteEndObject();
        answer.Json.WriteEndArray();
        bool partial = step.Quantity < position.Holding.Quantity;
        answer.Number("partialQuantity", partial ? step.Quantity / size : null, "the whole position is closed");
        Rational shortfall = account.RequiredOf(position) - account.EquityOf(position);
        Rational? enough =
            position.Holding.Kind == ContractKind.Linear
                ? LiquidationSize.ToRestoreMargin(
                    shortfall,
                    position.Holding.Mark,
                    position.Asked.MaintenanceRate + position.ClosingRate,
                    rules.Ladder.ClearanceFee
                )
                : null;
        answer.Number(
            "restoringQuantity",
            enough is { } quantity && quantity <= position.Holding.Quantity ? quantity / size : null,
            position.Holding.Kind == ContractKind.Linear
                ? "no part of the position restores its margin at the mark"
                : "it is reckoned for linear contracts only"
        );
    }

    private static void WriteFill(
        AnswerWriter answer,
        MarginAccount account,
        PositionMargin position,
        in LadderFill filled
    )
    {
        Rational left = position.Holding.Quantity - filled.Quantity;
        Holding open = position.Holding with { Quantity = left };
        Rational others = account.IsCross ? account.Profit - position.Profit : Rational.Zero;
        Rational openProfit = left.IsZero ? Rational.Zero : open.UnrealisedProfit;
        Rational maintenance =
            account.RequiredOf(position)
            - position.Required
            + (left.IsZero ? Rational.Zero : position.RequiredFor(open));
        Rational equity = filled.MarginAfter + others + openProfit;
        answer.Number("realisedProfit", filled.Realised);
        answer.Number("liquidationFee", Rational.Max(filled.Fee, Rational.Zero));
        answer.Number("insuranceFundDelta", filled.FundDelta);
        answer.Number("remainder", filled.MarginAfter);
        answer.Number("forfeited", filled.Forfeited);
        answer.Json.WriteStartObject("accountAfter");
        answer.Number(account.IsCross ? "balance" : "isolatedMargin", filled.MarginAfter);
        answer.Number("equity", equity);
        answer.Number("maintenanceMargin", maintenance);
        answer.Json.WriteBoolean("liquidatable", maintenance.IsPositive && equity < maintenance);
        answer.Json.WriteStartArray("positions");
        foreach (PositionMargin each in account.Positions)
        {
            Rational quantity = each == position ? left : each.Holding.Quantity;
            WriteOpen(answer, each, quantity / each.ContractSize);
        }

        answer.Json.WriteEndArray();
        answer.Json.WriteEndObject();
    }

    private static void WriteOpen(AnswerWriter answer, PositionMargin position, Rational quantity)
    {
        if (quantity.IsZero)
        {
            return;
        }

        answer.Json.WriteStartObject();
        answer.Json.WriteString("symbol", position.Symbol);
        answer.Json.WriteString("side", position.Holding.Side > 0 ? "long" : "short");
        answer.Number("quantity", quantity);
        answer.Number("entryPrice", position.Holding.Entry);
        answer.Number("markPrice", position.Holding.Mark);
        answer.Json.WriteEndObject();
    }

    private static Rational QuantityOf(FillQuestion fill, PositionMargin position, in LadderStep step)
    {
        Rational quantity = fill.Quantity is { } asked ? asked * position.ContractSize : step.Quantity;
        return quantity.IsPositive && quantity <= position.Holding.Quantity
            ? quantity
            : throw QuestionException.Invalid("fill.quantity", "must be above zero and at most the position");
    }
}
