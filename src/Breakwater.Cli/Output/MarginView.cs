using System.Text.Json.Nodes;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>An answer about one position as tables for people.</summary>
internal static class MarginView
{
    private enum Kind
    {
        Amount,
        Price,
        Ratio,
        Score,
        Multiple,
    }

    private static readonly (string Name, string Label, Kind Kind)[] s_rows =
    [
        ("notional", "notional", Kind.Amount),
        ("initialMargin", "initial margin", Kind.Amount),
        ("maintenanceMargin", "maintenance margin", Kind.Amount),
        ("closingFee", "closing fee", Kind.Amount),
        ("equity", "equity", Kind.Amount),
        ("unrealisedProfit", "unrealised profit", Kind.Amount),
        ("marginRatio", "margin ratio", Kind.Ratio),
        ("liquidationPrice", "liquidation price", Kind.Price),
        ("liquidationPriceRounded", "  to a tick", Kind.Price),
        ("bankruptcyPrice", "bankruptcy price", Kind.Price),
        ("bankruptcyPriceRounded", "  to a tick", Kind.Price),
        ("adlScore", "deleveraging score", Kind.Score),
        ("effectiveLeverage", "effective leverage", Kind.Multiple),
    ];

    /// <param name="answer">With its explanation.</param>
    /// <param name="explain">Whether formulas and rules are shown, and not only whose word they are.</param>
    public static void Write(IAnsiConsole terminal, JsonObject answer, PositionTerms terms, bool explain)
    {
        terminal.Write(NumbersOf(answer, terms));
        foreach (JsonNode? warning in answer["warnings"]?.AsArray() ?? new JsonArray())
        {
            terminal.Write(new Text($"warning: {warning}\n", new Style(Color.Yellow)));
        }

        var rules = (JsonArray)answer["rules"]!;
        if (!explain)
        {
            terminal.WriteLine();
            terminal.WriteLine(RuleBasis.Of($"{answer["venue"]}", rules));
            return;
        }

        terminal.WriteLine();
        terminal.Write(FormulasOf((JsonArray)answer["formulas"]!));
        terminal.WriteLine();
        terminal.Write(RulesOf(rules));
    }

    private static Table NumbersOf(JsonObject answer, PositionTerms terms)
    {
        Table table = RunView.NewTable($"{answer["venue"]}").AddColumn(RunView.Right("")).AddColumn("").AddColumn("");
        Add(table, "position", terms.Name);
        Add(table, "quantity", terms.Quantity);
        Add(table, "margin mode", $"{answer["account"]!["mode"]}");
        foreach ((string name, string label, Kind kind) in s_rows)
        {
            if (!answer.ContainsKey(name))
            {
                continue;
            }

            if (answer[name] is { } number)
            {
                (string digits, string unit, string meaning) = TextOf(number, kind, terms);
                table.AddRow(new Text(label), new Text(digits), new Text(unit), new Text(meaning));
            }
            else
            {
                Add(table, label, $"none: {answer["reasons"]?[name]}");
            }
        }

        return table;
    }

    // Words stand where meanings do, so that they do not widen the column of numbers.
    private static void Add(Table table, string label, string words) =>
        table.AddRow(new Text(label), Text.Empty, Text.Empty, new Text(words));

    private static (string Digits, string Unit, string Meaning) TextOf(JsonNode number, Kind kind, PositionTerms terms)
    {
        double value = FigureText.Read(number.ToJsonString());
        return kind switch
        {
            Kind.Amount => (FigureText.Digits(value), terms.Currency, ""),
            Kind.Price => (FigureText.Digits(value), terms.PriceCurrency, ""),
            Kind.Ratio => (FigureText.Digits(100 * value), "%", terms.Ratio),
            Kind.Multiple => (FigureText.Digits(value), "x", ""),
            _ => (FigureText.Digits(value), "", terms.Score),
        };
    }

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
