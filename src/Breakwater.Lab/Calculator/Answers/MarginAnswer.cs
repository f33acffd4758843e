using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>margin</c>: margins, equity and prices of an account and its positions.</summary>
internal static class MarginAnswer
{
    private const string NoLiquidation = "no positive price liquidates the position while the others stand still";
    private const string NoBankruptcy = "no positive price uses up the equity behind the position";
    private const string NoEquity = "there is no equity";
    private const string NoRequirement = "nothing is required";
    private const string NotRanked = "the venue ranks no such position";
    private const string SeveralPositions = "several positions: name one as focus";

    public static void Write(AnswerWriter answer, RuleSet rules, Question question)
    {
        MarginAccount account = AccountOf(rules, question);
        if (account.Positions.Length == 0)
        {
            throw QuestionException.Missing("account.positions");
        }

        PositionMargin? focus = FocusOf(account, question.Focus);
        int start = answer.Json.Length;
        if (focus is not null)
        {
            WritePosition(answer, rules, account, focus);
        }
        else
        {
            WriteTotals(answer, rules, account, withPrices: true);
        }

        answer.Reasons();
        int end = answer.Json.Length;
        answer.Json.WriteStartObject("account");
        answer.Json.WriteString("mode", account.IsCross ? "cross" : "isolated");
        WriteTotals(answer, rules, account, withPrices: false);
        answer.Reasons();
        answer.Json.WriteEndObject();
        answer.Json.WriteStartArray("positions");
        foreach (PositionMargin position in account.Positions)
        {
            answer.Json.WriteStartObject();
            answer.Json.WriteString("symbol", position.Symbol);
            if (position == focus)
            {
                answer.Json.Repeat(start, end);
            }
            else
            {
                WritePosition(answer, rules, account, position);
                answer.Reasons();
            }

            answer.Json.WriteEndObject();
        }

        answer.Json.WriteEndArray();
        List<string>? warnings = null;
        MarginWarnings.Add(ref warnings, account);
        MarginWarnings.Write(answer.Json, warnings);
        if (question.Explain)
        {
            WriteFormulas(answer, rules, account, focus ?? account.Positions[0]);
        }
    }

    private static void WriteFormulas(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        PositionMargin position
    )
    {
        answer.Json.WriteStartArray("formulas");
        foreach (FormulaText.Line line in FormulaText.Of(rules, account, position))
        {
            answer.Json.WriteStartObject();
            answer.Json.WriteString("result", line.Result);
            answer.Json.WriteString("formula", line.Formula);
            answer.Json.WriteString("numbers", line.Numbers);
            answer.Json.WriteEndObject();
        }

        answer.Json.WriteEndArray();
    }

    public static MarginAccount AccountOf(RuleSet rules, Question question) =>
        new(
            rules,
            question.Account ?? throw QuestionException.Missing("account"),
            "account",
            symbol =>
                symbol is not null && question.MarkPrices?.TryGetValue(symbol, out Rational mark) == true
                    ? mark
                    : question.MarkPrice,
            question.TickSize
        );

    /// <summary>The position named, or the only one there is.</summary>
    /// <exception cref="QuestionException">None has that name.</exception>
    public static PositionMargin? FocusOf(MarginAccount account, string? symbol)
    {
        if (symbol is null)
        {
            return account.Positions.Length == 1 ? account.Positions[0] : null;
        }

        return Array.Find(account.Positions, position => position.Symbol == symbol || position.Listing?.Coin == symbol)
            ?? throw QuestionException.Invalid("focus", $"\"{symbol}\" is none of the positions");
    }

    private static void WritePosition(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        PositionMargin position
    )
    {
        Rational equity = account.EquityOf(position);
        bool isLong = position.Holding.Side > 0;
        answer.Number("notional", position.Value);
        answer.Number("initialMargin", position.Initial);
        answer.Number("maintenanceMargin", position.Maintenance);
        if (rules.Margin.ClosingFee == ClosingFee.InMaintenance)
        {
            answer.Number("closingFee", position.FeeInMaintenance);
        }
        else if (rules.Margin.ClosingFee == ClosingFee.Reserved)
        {
            answer.Number("closingFee", position.FeeReserved);
        }

        answer.Number("equity", equity);
        answer.Number("unrealisedProfit", position.Profit);
        answer.Number(
            "marginRatio",
            account.RatioOf(equity, account.RequiredOf(position)),
            rules.Margin.RatioIsEquityOverMaintenance ? NoRequirement : NoEquity
        );
        answer.Price(
            "liquidationPrice",
            account.LiquidationPriceOf(position),
            NoLiquidation,
            position.TickSize,
            isLong
        );
        answer.Price("bankruptcyPrice", account.BankruptcyPriceOf(position), NoBankruptcy, position.TickSize, isLong);
        answer.Number("adlScore", account.ScoreOf(position), NotRanked);
        answer.Number("effectiveLeverage", equity.IsPositive ? position.Value / equity : null, NoEquity);
    }

    private static void WriteTotals(AnswerWriter answer, RuleSet rules, MarginAccount account, bool withPrices)
    {
        Rational equity = account.Equity;
        answer.Number("initialMargin", account.Initial);
        answer.Number("maintenanceMargin", account.Maintenance);
        answer.Number("equity", equity);
        answer.Number("unrealisedProfit", account.Profit);
        answer.Number(
            "marginRatio",
            account.RatioOf(equity, account.Required),
            rules.Margin.RatioIsEquityOverMaintenance ? NoRequirement : NoEquity
        );
        if (withPrices)
        {
            answer.Number("liquidationPrice", null, SeveralPositions);
            answer.Number("bankruptcyPrice", null, SeveralPositions);
            answer.Number("adlScore", null, SeveralPositions);
        }

        answer.Number("effectiveLeverage", equity.IsPositive ? account.Notional / equity : null, NoEquity);
    }
}
