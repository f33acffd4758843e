using System.Text.Json.Nodes;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>An answer about one position as tables for people.</summary>
internal static class MarginView
{
    private static readonly (string Name, string Label)[] s_rows =
    [
        ("notional", "notional"),
        ("initialMargin", "initial margin"),
        ("maintenanceMargin", "maintenance margin"),
        ("closingFee", "closing fee"),
        ("equity", "equity"),
        ("unrealisedProfit", "unrealised profit"),
        ("marginRatio", "margin ratio"),
        ("liquidationPrice", "liquidation price"),
        ("liquidationPriceRounded", "  to a tick"),
        ("bankruptcyPrice", "bankruptcy price"),
        ("bankruptcyPriceRounded", "  to a tick"),
        ("adlScore", "deleveraging score"),
        ("effectiveLeverage", "effective leverage"),
    ];

    public static void Write(IAnsiConsole terminal, JsonObject answer)
    {
        Table table = RunView.NewTable($"{answer["venue"]}").AddColumn(RunView.Right(""));
        foreach ((string name, string label) in s_rows)
        {
            if (answer.ContainsKey(name))
            {
                table.AddRow(new Text(label), new Text(TextOf(answer, name)));
            }
        }

        terminal.Write(table);
        if (answer["formulas"] is JsonArray formulas)
        {
            terminal.WriteLine();
            terminal.Write(FormulasOf(formulas));
        }

        if (answer["rules"] is JsonArray rules)
        {
            terminal.WriteLine();
            terminal.Write(RulesOf(rules));
        }
    }

    private static string TextOf(JsonObject answer, string name) =>
        answer[name]?.ToJsonString() ?? $"none: {answer["reasons"]?[name]}";

    private static Table FormulasOf(JsonArray formulas)
    {
        Table table = RunView.NewTable("result").AddColumn("formula").AddColumn("numbers");
        foreach (JsonNode? formula in formulas)
        {
            table.AddRow(
                new Text($"{formula!["result"]}"),
                new Text($"{formula["formula"]}"),
                new Text($"{formula["numbers"]}")
            );
        }

        return table;
    }

    private static Table RulesOf(JsonArray rules)
    {
        Table table = RunView.NewTable("rule").AddColumn("is").AddColumn("basis").AddColumn("source");
        foreach (JsonNode? rule in rules)
        {
            string date = rule!["date"] is { } day ? $" ({day})" : "";
            table.AddRow(
                new Text($"{rule["part"]}"),
                new Text($"{rule["value"]}"),
                new Text($"{rule["basis"]}"),
                new Text($"{rule["source"]}{date}")
            );
        }

        return table;
    }
}
