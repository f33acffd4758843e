using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Writes what collateral was sold to repay which debts.</summary>
internal static class RepaymentText
{
    /// <summary>Nothing where the venue has no conversion.</summary>
    public static void Write(AnswerWriter answer, RuleSet rules, IReadOnlyList<Repayment> repayments)
    {
        if (rules.Unified is null)
        {
            return;
        }

        answer.Json.WriteStartArray("conversions");
        foreach (Repayment repayment in repayments)
        {
            Write(answer, repayment);
        }

        answer.Json.WriteEndArray();
    }

    private static void Write(AnswerWriter answer, Repayment repayment)
    {
        answer.Json.WriteStartObject();
        answer.Json.WriteString("debt", repayment.Asset);
        answer.Number("repaid", repayment.Repaid);
        answer.Number("stillOwed", repayment.Owed);
        answer.Json.WriteStartArray("sold");
        foreach (CollateralSale sale in repayment.Sales)
        {
            answer.Json.WriteStartObject();
            answer.Json.WriteString("asset", sale.Asset);
            answer.Number("amount", sale.Amount);
            answer.Number("worth", sale.Worth);
            answer.Number("cost", sale.Cost);
            answer.Json.WriteEndObject();
        }

        answer.Json.WriteEndArray();
        answer.Json.WriteEndObject();
    }
}
