using System.CommandLine;
using System.Globalization;
using Breakwater.Data;
using Breakwater.Lab;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary><c>breakwater indicators [NAME...] [--from] [--to]</c></summary>
internal static class IndicatorsCommand
{
    private static readonly Argument<string[]> s_names = new("NAME")
    {
        Description = string.Join("; ", MarketMeasures.All.Select(measure => $"{measure.Name}: {measure.Meaning}")),
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly DateOnly s_earliest = new(2009, 1, 3);
    private static readonly DateOnly s_latest = new(2099, 12, 31);

    private static readonly Option<DateOnly?> s_from = IsoTime.Day("--from", "The first day, UTC; else the store's.");
    private static readonly Option<DateOnly?> s_to = IsoTime.Day("--to", "The last day, UTC; else the store's.");

    private static readonly Option<string> s_venue = new("--venue")
    {
        Description = "All where it is not given.",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string> s_instrument = new("--instrument")
    {
        Description = "All where it is not given.",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string> s_against = new("--against")
    {
        Description =
            $"The instrument that {string.Join(" and ", MarketMeasures.All.Where(measure => measure.ComparesTwo).Select(measure => measure.Name))} compare with, such as SPY.",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string> s_store = StoreOption.Create();

    private static readonly Option<bool> s_json = new("--json") { Description = "As JSON." };

    public static Command Create()
    {
        var command = new Command("indicators", "Measure what the store holds.")
        {
            s_names,
            s_from,
            s_to,
            s_venue,
            s_instrument,
            s_against,
            s_store,
            s_json,
        };
        command.SetAction(parsed => DataCommandBody.Run(parsed.GetValue(s_json), () => Execute(parsed)));
        return command;
    }

    private static int Execute(ParseResult parsed)
    {
        string[] names = parsed.GetValue(s_names)!;
        string? unknown = names.FirstOrDefault(name => MarketMeasures.All.All(measure => measure.Name != name));
        if (unknown is not null)
        {
            string known = string.Join(", ", MarketMeasures.All.Select(measure => measure.Name));
            throw new InputException($"'{unknown}' is no indicator, expected {known}");
        }

        StorePlace place = StoreOption.PlaceOf(parsed, s_store);
        using IMarketStore store = place.OpenToRead();
        var question = new MeasureQuestion(
            parsed.GetValue(s_venue)!,
            parsed.GetValue(s_instrument)!,
            parsed.GetValue(s_from) ?? s_earliest,
            parsed.GetValue(s_to) ?? s_latest
        )
        {
            Against = parsed.GetValue(s_against)!,
        };
        if (question.From > question.To)
        {
            throw new InputException($"--from {question.From:yyyy-MM-dd} is after --to {question.To:yyyy-MM-dd}");
        }

        IReadOnlyList<MeasuredSeries> measured = new MarketMeasures(store, question).Measure(names);
        if (measured.Count == 0)
        {
            throw new InputException($"the store {place.Label} has no rows for this: {Asked(parsed, names)}");
        }

        if (parsed.GetValue(s_json))
        {
            JsonOutput.Write(measured);
        }
        else
        {
            Write(measured);
        }

        return ExitCode.Done;
    }

    private static string Asked(ParseResult parsed, string[] names)
    {
        string venue = parsed.GetValue(s_venue)!;
        string instrument = parsed.GetValue(s_instrument)!;
        string first = parsed.GetValue(s_from) is { } from ? $" from {from:yyyy-MM-dd}" : "";
        string last = parsed.GetValue(s_to) is { } to ? $" to {to:yyyy-MM-dd}" : "";
        return (names.Length == 0 ? "any indicator" : string.Join(", ", names))
            + (venue.Length == 0 ? ", any venue" : $", venue '{venue}'")
            + (instrument.Length == 0 ? ", any instrument" : $", instrument '{instrument}'")
            + (first + last is { Length: > 0 } window ? "," + window : "");
    }

    private static void Write(IReadOnlyList<MeasuredSeries> measured)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (string column in new[] { "indicator", "series", "value", "unit", "", "rows", "from, UTC", "to, UTC" })
        {
            table.AddColumn(column);
        }

        foreach (MeasuredSeries row in measured)
        {
            string value = row.Value.ToString(
                Math.Abs(row.Value) >= 1000 ? "#,##0" : "G4",
                CultureInfo.InvariantCulture
            );
            string rows = row.Rows.ToString("#,##0", CultureInfo.InvariantCulture);
            table.AddRow([
                .. new[]
                {
                    row.Indicator,
                    row.Series,
                    value,
                    row.Unit,
                    row.Reading,
                    rows,
                    Day(row.From),
                    Day(row.To),
                }.Select(text => new Text(text)),
            ]);
        }

        Terminal.Create().Write(table);
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
