using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>The formulas behind a margin answer, as a person writes them, with the numbers put in.</summary>
internal static class FormulaText
{
    public readonly record struct Line(string Result, string Formula, string Numbers);

    public static IEnumerable<Line> Of(RuleSet rules, MarginAccount account, PositionMargin position)
    {
        Holding holding = position.Holding;
        bool linear = holding.Kind == ContractKind.Linear;
        yield return new Line(
            "notional",
            linear ? "quantity × mark" : "quantity ÷ mark",
            $"{holding.Quantity} {(linear ? "×" : "÷")} {holding.Mark} = {position.Value}"
        );
        yield return InitialOf(rules, position);
        yield return MaintenanceOf(rules, position);
        yield return new Line(
            "equity",
            account.IsCross ? "balance + unrealised profit" : "isolated margin + unrealised profit",
            $"{account.WalletOf(position)} + {(account.IsCross ? account.Profit : position.Profit)} = {account.EquityOf(position)}"
        );
        yield return LiquidationOf(rules, account, position);
        yield return new Line(
            "bankruptcyPrice",
            linear ? "mark − side × equity behind it ÷ quantity" : "quantity ÷ (value + side × equity behind it)",
            $"equity behind it {account.EquityBehind(position)} gives {TextOf(account.BankruptcyPriceOf(position))}"
        );
    }

    private static Line InitialOf(RuleSet rules, PositionMargin position)
    {
        bool atEntry = rules.Margin.InitialAt == MarginBasis.Entry;
        Rational notional = atEntry ? position.Holding.EntryValue : position.Value;
        string where = atEntry ? "notional at entry" : "notional";
        string divisor = position.Leverage is { } leverage
            ? $"{notional} ÷ {leverage}"
            : $"{notional} × {position.Asked.InitialRate}";
        string formula = position.Leverage is null ? $"{where} × initial rate" : $"{where} ÷ leverage";
        bool reserved = rules.Margin.ClosingFee == ClosingFee.Reserved;
        return new Line(
            "initialMargin",
            reserved ? formula + " + fee to close" : formula,
            $"{divisor}{(reserved ? $" + {position.FeeReserved}" : "")} = {position.Initial}"
        );
    }

    private static Line MaintenanceOf(RuleSet rules, PositionMargin position)
    {
        bool atEntry = rules.Margin.MaintenanceAt == MarginBasis.Entry;
        Rational notional = atEntry ? position.Holding.EntryValue : position.Value;
        bool reserved = rules.Margin.ClosingFee == ClosingFee.Reserved;
        return new Line(
            "maintenanceMargin",
            $"{(atEntry ? "notional at entry" : "notional")} × rate − deduction{(reserved ? " + fee to close" : "")}",
            $"{notional} × {position.Asked.MaintenanceRate} − {position.Asked.Deduction}{(reserved ? $" + {position.FeeReserved}" : "")} = {position.Maintenance}"
        );
    }

    private static Line LiquidationOf(RuleSet rules, MarginAccount account, PositionMargin position)
    {
        string rate = rules.Margin.ClosingFee == ClosingFee.InMaintenance ? "(rate + taker fee)" : "rate";
        bool linear = position.Holding.Kind == ContractKind.Linear;
        string formula = (rules.Margin.MaintenanceAt, linear) switch
        {
            (MarginBasis.Entry, true) => "entry − side × (balance − maintenance margin at entry) ÷ quantity",
            (MarginBasis.Entry, false) =>
                "quantity ÷ (value at entry + side × (balance − maintenance margin at entry))",
            (_, true) =>
                $"(balance + deduction − side × quantity × entry) ÷ (quantity × {rate} − side × quantity), in the tier of the answer",
            _ =>
                $"quantity × (1 + side × {rate}) ÷ (value at entry + side × (balance + deduction)), in the tier of the answer",
        };
        Rational balance = account.IsCross
            ? account.Balance + account.Profit - position.Profit - account.Required + position.Required
            : position.OwnBalance;
        string others = account.IsCross && account.Positions.Length > 1 ? ", the others held fixed," : "";
        return new Line(
            "liquidationPrice",
            formula,
            $"side {position.Holding.Side}, balance {balance}{others} gives {TextOf(account.LiquidationPriceOf(position))}"
        );
    }

    private static string TextOf(Rational? price) => price?.ToString() ?? "no positive price";
}
