using System.CommandLine;
using System.Globalization;
using Breakwater.Lab;
using Breakwater.Lab.Map;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary><c>breakwater cliffs SCENARIO</c></summary>
internal static class CliffsCommand
{
    private static readonly Argument<string> s_scenario = new("scenario")
    {
        Description = "A name that 'breakwater list' shows, or a file; one whose market makes its own prices.",
    };

    private static readonly Option<string?> s_coin = new("--coin") { Description = "One coin; all where not given." };

    private static readonly Option<string> s_seeds = new("--seeds")
    {
        Description = "A crowd is drawn for each, such as 1..20; bands are over them.",
        DefaultValueFactory = _ => "1..20",
    };

    private static readonly Option<string?> s_shock = new("--shock")
    {
        Description = "Fall of the market from outside, percent, such as '4 %'; the scenario's own where not given.",
    };

    private static readonly Option<string?> s_runs = new("--against-runs")
    {
        Description =
            "Shocks, percent, such as '2 %, 5 %, 10 %': runs the market twice for each and sets the map beside it.",
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "Prints the map as JSON." };

    public static Command Create()
    {
        var command = new Command(
            "cliffs",
            "Show how far a shock would carry a market, and over which levels it jumps."
        )
        {
            s_scenario,
            s_coin,
            s_seeds,
            s_shock,
            s_runs,
            RunOptions.Threads,
            s_json,
        };
        command.SetBody(s_json, Execute);
        return command;
    }

    private static void Execute(ParseResult parsed, CancellationToken cancel)
    {
        var request = new CliffsRequest(
            ContentFolders.Default,
            parsed.GetRequiredValue(s_scenario),
            parsed.GetValue(s_coin),
            parsed.GetValue(s_shock) is { } shock ? PercentOf("--shock", shock) : null,
            SeedList.Parse(parsed.GetRequiredValue(s_seeds)),
            parsed.GetValue(s_runs) is { } runs
                ? [.. runs.Split(',').Select(run => PercentOf("--against-runs", run))]
                : [],
            RunOptions.ThreadsOf(parsed)
        );
        NoteReading("--shock", parsed.GetValue(s_shock));
        NoteReading("--against-runs", parsed.GetValue(s_runs));
        using var line = new StatusLine(Console.Error);
        CliffsReport report = CliffsStudy.Execute(request, new EnsembleProgress(line), cancel);
        line.Clear();
        JsonOutput.WriteOr(parsed.GetValue(s_json), report, CliffsView.Write);
    }

    // A bare number may be meant as a share: 0.04 for 4 %.
    private static void NoteReading(string option, string? text)
    {
        if (text is not null && text.Split(',').Any(each => !each.TrimEnd().EndsWith('%')))
        {
            string read = string.Join(
                ", ",
                text.Split(',').Select(each => FormattableString.Invariant($"{PercentOf(option, each)} %"))
            );
            Console.Error.WriteLine($"{option} {text} is read as {read} of the price");
        }
    }

    private static double PercentOf(string option, string text)
    {
        string number = text.Trim().TrimEnd('%').TrimEnd();
        bool reads = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double percent);
        return reads && percent is > 0 and < 100
            ? percent
            : throw new InputException($"{option}: \"{text}\" must be a percentage above 0 and below 100, such as 4 %");
    }
}
