using System.CommandLine;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;
using Breakwater.Server;

namespace Breakwater.Cli;

/// <summary><c>breakwater run SCENARIO</c></summary>
internal static class RunCommand
{
    private static readonly Argument<string> s_scenario = new("scenario")
    {
        Description =
            "A name that 'breakwater list' shows, or a file; policies follow after +, as in oct-10-2025+fund-doubled.",
    };

    private static readonly Option<ulong> s_seed = new("--seed")
    {
        Description =
            "Number that fixes what is left to chance: a market's path, or the draw of the crowd under a tape.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> s_seeds = new("--seeds")
    {
        Description = "Runs once for each of several seeds, such as 1..200 or 1,3,7..9, and shows distributions.",
    };

    private static readonly Option<string?> s_accounts = new("--accounts")
    {
        Description = "CSV of your own accounts, instead of the drawn crowd.",
    };

    private static readonly Option<string> s_prices = new Option<string>("--prices")
    {
        Description = "Accepted for older scripts: the scenario says where prices come from.",
        Hidden = true,
        DefaultValueFactory = _ => "tape",
    }.AcceptOnlyFromAmong("tape");

    private static readonly Option<string?> s_folder = new("--out")
    {
        Description = "Folder for the run; must not exist. Default: one below runs/, named by scenario and seed.",
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "Prints what came of it as JSON." };

    public static Command Create()
    {
        var command = new Command("run", "Run a scenario and show what came of it.")
        {
            s_scenario,
            s_seed,
            s_seeds,
            s_accounts,
            s_prices,
            RunOptions.Set,
            s_folder,
            RunOptions.Threads,
            s_json,
        };
        command.SetBody(s_json, Execute);
        return command;
    }

    private static void Execute(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(s_seeds) is { } seeds)
        {
            RunEnsemble(parsed, SeedList.Parse(seeds), cancel);
        }
        else
        {
            RunOne(parsed, cancel);
        }
    }

    private static void RunOne(ParseResult parsed, CancellationToken cancel)
    {
        string scenario = parsed.GetRequiredValue(s_scenario);
        ulong seed = parsed.GetValue(s_seed);
        var request = new RunRequest(
            ContentFolders.Default,
            scenario,
            new Seed(seed),
            parsed.GetValue(s_accounts),
            FolderOf(parsed, $"{ScenarioName.Parse(scenario).Label}-seed-{seed}"),
            RunOptions.ThreadsOf(parsed)
        )
        {
            Values = RunOptions.ValuesOf(parsed),
        };
        using var line = new StatusLine(Console.Error);
        RunReport report = ScenarioRun.Execute(request, new RunProgress(line), cancel);
        RunReportPage.Write(report.Folder);
        line.Clear();
        JsonOutput.WriteOr(parsed.GetValue(s_json), report, RunView.Write);
    }

    private static void RunEnsemble(ParseResult parsed, SeedList seeds, CancellationToken cancel)
    {
        Refuse(parsed, s_seed, "give the number among --seeds");
        Refuse(parsed, s_accounts, "accounts of a file on given prices are the same for every seed");
        string scenario = parsed.GetRequiredValue(s_scenario);
        string name = $"{ScenarioName.Parse(scenario).Label}-{seeds.Count}-seeds-from-{seeds.Seeds[0].Value}";
        var request = new EnsembleRequest(
            ContentFolders.Default,
            scenario,
            seeds,
            FolderOf(parsed, name),
            RunOptions.ThreadsOf(parsed)
        )
        {
            Values = RunOptions.ValuesOf(parsed),
        };
        using var line = new StatusLine(Console.Error);
        EnsembleReport report = EnsembleRun.Execute(request, new EnsembleProgress(line), cancel);
        RunReportPage.Write(report.Folder);
        line.Clear();
        JsonOutput.WriteOr(parsed.GetValue(s_json), report, EnsembleView.Write);
    }

    private static string FolderOf(ParseResult parsed, string name) =>
        parsed.GetValue(s_folder) ?? RunFolder.FirstFree(RunFolder.DefaultParent, name);

    private static void Refuse(ParseResult parsed, Option option, string reason)
    {
        if (parsed.GetResult(option) is { Implicit: false })
        {
            throw new InputException($"{option.Name}: does not go with --seeds; {reason}");
        }
    }
}
