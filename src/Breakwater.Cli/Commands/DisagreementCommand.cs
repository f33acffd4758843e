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

    private static readonly Option<int> s_threads = new("--threads")
    {
        Description = "At most so many; the result is the same on any number.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "As JSON." };

    public static Command Create()
    {
        var command = new Command("disagreement", "Run a scenario on depth curves and on order books, side by side.")
        {
            s_scenario,
            s_seeds,
            s_threads,
            s_json,
        };
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(
                    () => CommandBody.Run(parsed.GetValue(s_json), () => Execute(parsed, cancel)),
                    CancellationToken.None
                )
        );
        return command;
    }

    private static void Execute(ParseResult parsed, CancellationToken cancel)
    {
        int threads = parsed.GetValue(s_threads);
        if (threads < 1)
        {
            throw new InputException($"--threads: {threads} must be at least 1");
        }

        var request = new DisagreementRequest(
            ContentFolders.Default,
            parsed.GetRequiredValue(s_scenario),
            SeedList.Parse(parsed.GetValue(s_seeds)!),
            threads
        );
        using var progress = new EnsembleProgressLine(Console.Error);
        DisagreementReport report = DisagreementStudy.Execute(request, progress, cancel);
        progress.Clear();
        if (parsed.GetValue(s_json))
        {
            JsonOutput.Write(report);
        }
        else
        {
            DisagreementView.Write(Terminal.Create(), report);
        }
    }
}
