using System.CommandLine;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary><c>breakwater list</c></summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("list", "List the scenarios that can be run by name.") { json };
        command.SetAction(parsed => CommandBody.Run(parsed.GetValue(json), () => Execute(parsed.GetValue(json))));
        return command;
    }

    private static void Execute(bool json)
    {
        IReadOnlyList<ScenarioEntry> scenarios = ContentFolders.Default.Scenarios();
        if (json)
        {
            JsonOutput.Write(scenarios);
            return;
        }

        var table = new Table().Border(TableBorder.None).AddColumn("scenario").AddColumn("title");
        foreach (ScenarioEntry scenario in scenarios)
        {
            table.AddRow(new Text(scenario.Name), new Text(scenario.Title));
        }

        Terminal.Create().Write(table);
    }
}
