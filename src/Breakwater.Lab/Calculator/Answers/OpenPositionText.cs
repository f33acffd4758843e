using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>Writes what is open of a position.</summary>
internal static class OpenPositionText
{
    /// <summary>Nothing where nothing is open.</summary>
    /// <param name="quantity">In coins or quote currency, contracts multiplied out.</param>
    public static void Write(AnswerWriter answer, PositionMargin position, Rational quantity)
    {
        if (quantity.IsZero)
        {
            return;
        }

        answer.Json.WriteStartObject();
        answer.Json.WriteString("symbol", position.Symbol);
        answer.Json.WriteString("side", position.Holding.Side > 0 ? "long" : "short");
        answer.Number("quantity", quantity / position.ContractSize);
        answer.Number("entryPrice", position.Holding.Entry);
        answer.Number("markPrice", position.Holding.Mark);
        answer.Json.WriteEndObject();
    }
}
