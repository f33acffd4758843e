using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Long and short of one instrument are closed against each other at the mark: no market is asked.</summary>
internal static class OppositePairAnswer
{
    public static void Write(AnswerWriter answer, RuleSet rules, MarginAccount account, in OppositePair pair)
    {
        Rational size = pair.Long.ContractSize;
        Rational mark = pair.Long.Holding.Mark;
        answer.Json.WriteString("symbol", pair.Long.Symbol);
        answer.Json.WriteString("stage", "offset");
        answer.Json.WriteStartArray("orders");
        answer.Json.WriteStartObject();
        answer.Json.WriteString("type", "cancelAll");
        answer.Json.WriteEndObject();
        answer.Json.WriteStartObject();
        answer.Json.WriteString("type", "offset");
        answer.Number("quantity", pair.Quantity / size);
        answer.Number("price", mark);
        answer.Json.WriteEndObject();
        answer.Json.WriteEndArray();
        answer.Number("partialQuantity", pair.Quantity / size);
        WriteAfter(answer, rules, account, pair);
    }

    private static void WriteAfter(AnswerWriter answer, RuleSet rules, MarginAccount account, in OppositePair pair)
    {
        Rational required = account.Required;
        answer.Json.WriteStartObject("accountAfter");
        answer.Number("equity", account.Equity);
        answer.Json.WriteStartArray("positions");
        foreach (PositionMargin position in account.Positions)
        {
            bool paired = position == pair.Long || position == pair.Short;
            Rational left = paired ? position.Holding.Quantity - pair.Quantity : position.Holding.Quantity;
            required -= paired ? position.Required - position.RequiredWith(left) : Rational.Zero;
            OpenPositionText.Write(answer, position, left);
        }

        answer.Json.WriteEndArray();
        answer.Number("maintenanceMargin", required);
        answer.Json.WriteBoolean("liquidatable", rules.Margin.IsShort(account.Equity, required));
        answer.Json.WriteEndObject();
    }
}
