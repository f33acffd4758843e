using System.CommandLine;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary><c>breakwater disagreement SCENARIO</c></summary>
internal static class DisagreementCommand
{
    private static readonly Argument<string> s_scenario = new("scenario")
    {
        Description = "A name that 'breakwater list' shows, or a file; a market with \"liquidity\" and \"books\".",
    };

    private static readonly Option<string> s_seeds = new("--seeds")
    {
        Description = "Path seeds that both kinds meet, such as 1..5.",
        DefaultValueFactory = _ => "1..5",
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "As JSON." };

    public static Command Create()
    {
        var command = new Command("disagreement", "Run a scenario on depth curves and on order books, side by side.")
        {
            s_scenario,
            s_seeds,
            RunOptions.Threads,
            s_json,
        };
        command.SetBody(s_json, Execute);
        return command;
    }

    private static void Execute(ParseResult parsed, CancellationToken cancel)
    {
        var request = new DisagreementRequest(
            ContentFolders.Default,
            parsed.GetRequiredValue(s_scenario),
            SeedList.Parse(parsed.GetValue(s_seeds)!),
            RunOptions.ThreadsOf(parsed)
        );
        using var line = new StatusLine(Console.Error);
        DisagreementReport report = DisagreementStudy.Execute(request, new EnsembleProgress(line), cancel);
        line.Clear();
        JsonOutput.WriteOr(parsed.GetValue(s_json), report, DisagreementView.Write);
    }
}
