using System.CommandLine;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary><c>breakwater run SCENARIO</c></summary>
internal static class RunCommand
{
    private const string DefaultParent = "runs";

    public static Command Create()
    {
        var scenario = new Argument<string>("scenario")
        {
            Description = "A name that 'breakwater list' shows, or a file.",
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Number that fixes the random draw of the crowd.",
            DefaultValueFactory = _ => 1,
        };
        var accounts = new Option<string?>("--accounts")
        {
            Description = "CSV of your own accounts, instead of the drawn crowd.",
        };
        var prices = new Option<string>("--prices")
        {
            Description = "Where prices come from.",
            DefaultValueFactory = _ => "tape",
        };
        prices.AcceptOnlyFromAmong("tape");
        var folder = new Option<string?>("--out")
        {
            Description = "Folder for the run; must not exist. Default: runs/SCENARIO-seed-N.",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "At most so many; the result is the same on any number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var json = new Option<bool>("--json") { Description = "Print the summary and the comparison as JSON." };
        var command = new Command("run", "Run a scenario and show what came of it.")
        {
            scenario,
            seed,
            accounts,
            prices,
            folder,
            threads,
            json,
        };
        command.SetAction(
            (parsed, cancel) =>
                // On a thread of its own: an interrupt then waits until what is being written is whole.
                Task.Run(
                    () =>
                        Execute(
                            parsed.GetRequiredValue(scenario),
                            parsed.GetValue(seed),
                            parsed.GetValue(accounts),
                            parsed.GetValue(folder),
                            parsed.GetValue(threads),
                            parsed.GetValue(json),
                            cancel
                        ),
                    CancellationToken.None
                )
        );
        return command;
    }

    private static int Execute(
        string scenario,
        ulong seed,
        string? accounts,
        string? folder,
        int threads,
        bool json,
        CancellationToken cancel
    ) =>
        CommandBody.Run(
            json,
            () =>
            {
                if (threads < 1)
                {
                    throw new InputException($"--threads: {threads} must be at least 1");
                }

                string name = $"{Path.GetFileNameWithoutExtension(scenario)}-seed-{seed}";
                var request = new RunRequest(
                    ContentFolders.Default,
                    scenario,
                    new Seed(seed),
                    accounts,
                    folder ?? RunFolder.FirstFree(DefaultParent, name),
                    threads
                );
                using var progress = new ProgressLine(Console.Error);
                RunReport report = ScenarioRun.Execute(request, progress, cancel);
                progress.Clear();
                Print(report, json);
            }
        );

    private static void Print(RunReport report, bool json)
    {
        if (json)
        {
            JsonOutput.Write(report);
        }
        else
        {
            RunView.Write(Terminal.Create(), report);
        }
    }
}
