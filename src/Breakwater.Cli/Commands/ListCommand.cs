using System.CommandLine;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary><c>breakwater list</c></summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var runs = new Option<bool>("--runs") { Description = "List run folders instead, interrupted ones included." };
        var policies = new Option<bool>("--policies")
        {
            Description =
                "List policies alone: named changes that go after a scenario, as in oct-10-2025+fund-doubled.",
        };
        var parent = new Option<string>("--in")
        {
            Description = "Folder that holds the run folders.",
            DefaultValueFactory = _ => RunFolder.DefaultParent,
        };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command(
            "list",
            "List the scenarios that can be run by name, and the policies that can be laid over them."
        )
        {
            policies,
            runs,
            parent,
            json,
        };
        command.SetAction(parsed =>
            CommandBody.Run(
                parsed.GetValue(json),
                () =>
                {
                    if (parsed.GetValue(runs) && parsed.GetValue(policies))
                    {
                        throw new InputException("--runs and --policies: one list at a time");
                    }

                    if (parsed.GetValue(runs))
                    {
                        ListRuns(parsed.GetRequiredValue(parent), parsed.GetValue(json));
                    }
                    else if (parsed.GetValue(policies))
                    {
                        ListPolicies(parsed.GetValue(json));
                    }
                    else
                    {
                        ListScenarios(parsed.GetValue(json));
                    }
                }
            )
        );
        return command;
    }

    private static void ListScenarios(bool json)
    {
        IReadOnlyList<ScenarioEntry> scenarios = ContentFolders.Default.Scenarios();
        if (json)
        {
            JsonOutput.Write(scenarios);
            return;
        }

        Table table = RunView.NewTable("scenario", "title");
        foreach (ScenarioEntry scenario in scenarios)
        {
            table.AddRow(new Text(scenario.Name), new Text(scenario.Title));
        }

        Terminal.Create().Write(table);
        Terminal.Create().WriteLine();
        ListPolicies(json);
    }

    private static void ListPolicies(bool json)
    {
        IReadOnlyList<Policy> policies = ContentFolders.Default.Policies();
        if (json)
        {
            JsonOutput.Write(policies);
            return;
        }

        Table table = RunView.NewTable("policy", "title");
        foreach (Policy policy in policies)
        {
            table.AddRow(new Text(policy.Name), new Text(policy.Title));
        }

        Terminal.Create().Write(table);
    }

    private static void ListRuns(string parent, bool json)
    {
        IReadOnlyList<RunEntry> runs = RunFolder.In(parent);
        if (json)
        {
            JsonOutput.Write(runs);
            return;
        }

        if (runs.Count == 0)
        {
            Terminal.Create().WriteLine($"no runs in {parent}");
            return;
        }

        RunsView.Write(Terminal.Create(), runs);
    }
}
