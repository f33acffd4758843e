using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Writes what a fill of the ladder's step does to trader, fund and account.</summary>
internal static class LadderFillText
{
    public static void Write(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        in LadderFill filled
    )
    {
        Rational left = position.Holding.Quantity - filled.Quantity;
        Rational others = account.IsCross ? account.Profit - position.Profit : Rational.Zero;
        Rational profit =
            others + (left.IsZero ? Rational.Zero : (position.Holding with { Quantity = left }).UnrealisedProfit);
        answer.Number("realisedProfit", filled.Realised);
        answer.Number("liquidationFee", Rational.Max(filled.Fee, Rational.Zero));
        Rational balance = account.IsUnified
            ? WriteUnified(answer, rules, account, filled, left, profit)
            : WritePlain(answer, account, filled);
        WriteState(answer, rules, account, position, left, balance + profit);
        answer.Json.WriteEndObject();
    }

    private static Rational WritePlain(AnswerWriter answer, MarginAccount account, in LadderFill filled)
    {
        WriteParties(answer, filled.FundDelta, filled.Uncovered, filled.MarginAfter, filled.Forfeited);
        answer.Json.WriteStartObject("accountAfter");
        answer.Number(account.IsCross ? "balance" : "isolatedMargin", filled.MarginAfter);
        return filled.MarginAfter;
    }

    // A debt is a debt only once there is no collateral left to sell.
    private static Rational WriteUnified(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        in LadderFill filled,
        Rational left,
        Rational profit
    )
    {
        Rational change = filled.MarginAfter - account.Balance;
        IReadOnlyList<Repayment> repayments = WalletConversion.AfterFill(
            rules,
            account,
            change,
            profit,
            out var holdings
        );
        Rational counted = Wallet.CountedValue(holdings);
        bool closed = left.IsZero && account.Positions.Length == 1;
        Rational debt = closed ? Rational.Max(-counted, Rational.Zero) : Rational.Zero;
        Rational paid = rules.Fund.PaysDeficits ? debt : Rational.Zero;
        WriteParties(answer, filled.FundDelta - paid, debt - paid, counted + paid, filled.Forfeited);
        answer.Json.WriteStartObject("accountAfter");
        RepaymentText.Write(answer, rules, repayments);
        answer.Number("balance", counted + paid);
        return counted + paid;
    }

    private static void WriteParties(
        AnswerWriter answer,
        Rational fundDelta,
        Rational uncovered,
        Rational remainder,
        Rational forfeited
    )
    {
        answer.Number("insuranceFundDelta", fundDelta);
        answer.Number("uncovered", uncovered);
        answer.Number("remainder", remainder);
        answer.Number("forfeited", forfeited);
    }

    private static void WriteState(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        Rational left,
        Rational equity
    )
    {
        Rational maintenance = account.RequiredOf(position) - position.Required + position.RequiredWith(left);
        answer.Number("equity", equity);
        answer.Number("maintenanceMargin", maintenance);
        answer.Json.WriteBoolean("liquidatable", rules.Margin.IsShort(equity, maintenance));
        answer.Json.WriteStartArray("positions");
        foreach (PositionMargin each in account.Positions)
        {
            OpenPositionText.Write(answer, each, each == position ? left : each.Holding.Quantity);
        }

        answer.Json.WriteEndArray();
    }
}
