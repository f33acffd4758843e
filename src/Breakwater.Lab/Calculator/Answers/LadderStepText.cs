using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Writes the ladder's next step.</summary>
internal static class LadderStepText
{
    private const string NoLimit = "the order takes any price";
    private const string PriceOfWinners =
        "winners are closed at the venue's deleveraging price: ask the kind deleverage";

    public static void Write(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        in LadderStep step
    )
    {
        Rational size = position.ContractSize;
        answer.Json.WriteString("symbol", position.Symbol);
        answer.Json.WriteString("stage", step.Order);
        WriteOrders(answer, position, step);
        bool partial = step.Quantity < position.Holding.Quantity;
        answer.Number("partialQuantity", partial ? step.Quantity / size : null, "the whole position is closed");
        WriteRestoring(answer, rules, account, position);
    }

    private static void WriteOrders(AnswerWriter answer, PositionMargin position, in LadderStep step)
    {
        bool isLong = position.Holding.Side > 0;
        answer.Json.WriteStartArray("orders");
        answer.Json.WriteStartObject();
        answer.Json.WriteString("type", "cancelAll");
        answer.Json.WriteEndObject();
        answer.Json.WriteStartObject();
        answer.Json.WriteString("type", step.Order);
        answer.Json.WriteString("side", isLong ? "sell" : "buy");
        answer.Number("quantity", step.Quantity / position.ContractSize);
        string reason = step.Order == "deleverage" ? PriceOfWinners : NoLimit;
        answer.Price("limitPrice", step.Limit, reason, position.TickSize, isLong);
        answer.Reasons();
        answer.Json.WriteEndObject();
        answer.Json.WriteEndArray();
    }

    private static void WriteRestoring(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        PositionMargin position
    )
    {
        bool linear = position.Holding.Kind == ContractKind.Linear;
        Rational shortfall = account.RequiredOf(position) - account.EquityOf(position);
        Rational? enough = linear
            ? LiquidationSize.ToRestoreMargin(
                shortfall,
                position.Holding.Mark,
                position.Asked.MaintenanceRate + position.ClosingRate,
                rules.ClearanceFeeOf(position.Listing)
            )
            : null;
        answer.Number(
            "restoringQuantity",
            enough is { } quantity && quantity <= position.Holding.Quantity ? quantity / position.ContractSize : null,
            linear
                ? "no part of the position restores its margin at the mark"
                : "it is reckoned for linear contracts only"
        );
    }
}
