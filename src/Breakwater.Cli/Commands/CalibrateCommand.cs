using System.CommandLine;
using System.Globalization;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary><c>breakwater calibrate SCENARIO</c></summary>
internal static class CalibrateCommand
{
    private static readonly Argument<string> s_scenario = new("scenario")
    {
        Description = "A name that 'breakwater list' shows, or a file; it says under \"fitted\" what may move.",
    };

    private static readonly Option<ulong> s_seed = new("--seed")
    {
        Description = "Number that fixes the search.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> s_budget = new("--budget")
    {
        Description = "Evaluations of the search at most; each runs all path seeds. Looks along the axes come on top.",
        DefaultValueFactory = _ => 300,
    };

    private static readonly Option<string> s_seeds = new("--seeds")
    {
        Description = "Path seeds that every evaluation meets, such as 1001..1006.",
        DefaultValueFactory = _ => "1001..1006",
    };

    private static readonly Option<string?> s_crowds = new("--crowds")
    {
        Description =
            "Seeds of crowds that the path seeds meet in turn, such as 1..6: values that fit one draw alone are fitted to its chance, too. Default: the scenario's own crowd.",
    };

    private static readonly Option<int> s_thinning = new("--thinning")
    {
        Description = "One account stands for so many of the scenario's, for speed.",
        DefaultValueFactory = _ => 8,
    };

    private static readonly Option<string?> s_file = new("--out")
    {
        Description = "File for the values; must not exist. Default: calibrations/SCENARIO-DATE.yaml.",
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "As JSON." };

    public static Command Create()
    {
        var command = new Command("calibrate", "Fit a scenario's named values to its rows for fitting.")
        {
            s_scenario,
            s_seed,
            s_budget,
            s_seeds,
            s_crowds,
            s_thinning,
            s_file,
            RunOptions.Threads,
            s_json,
        };
        command.SetBody(s_json, Execute);
        return command;
    }

    private static void Execute(ParseResult parsed, CancellationToken cancel)
    {
        string scenario = parsed.GetRequiredValue(s_scenario);
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileNameWithoutExtension(scenario)}-{today:yyyy-MM-dd}.yaml"
        );
        var request = new CalibrationRequest(
            ContentFolders.Default,
            scenario,
            new Seed(parsed.GetValue(s_seed)),
            Positive(parsed, s_budget),
            SeedList.Parse(parsed.GetValue(s_seeds)!),
            parsed.GetValue(s_crowds) is { } crowds ? SeedList.Parse(crowds, s_crowds.Name) : null,
            Positive(parsed, s_thinning),
            parsed.GetValue(s_file) ?? Path.Combine("calibrations", name),
            today,
            RunOptions.ThreadsOf(parsed)
        );
        using var line = new StatusLine(Console.Error);
        CalibrationReport report = CalibrationRun.Execute(request, new CalibrationProgress(line), cancel);
        line.Clear();
        JsonOutput.WriteOr(parsed.GetValue(s_json), report, CalibrationView.Write);
    }

    private static int Positive(ParseResult parsed, Option<int> option) =>
        parsed.GetValue(option) is > 0 and var number
            ? number
            : throw new InputException(
                FormattableString.Invariant($"{option.Name}: {parsed.GetValue(option)} must be at least 1")
            );
}
