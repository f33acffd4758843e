using System.Globalization;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>Run folders as a table for people.</summary>
internal static class RunsView
{
    public static void Write(IAnsiConsole terminal, IReadOnlyList<RunEntry> runs)
    {
        Table table = RunView.NewTable("folder", "scenario", "seeds", "state", "written, UTC");
        foreach (RunEntry run in runs)
        {
            table.AddRow(
                new Text(run.Folder),
                new Text(run.Scenario),
                new Text(run.Seeds ?? ""),
                new Text(StateOf(run)),
                new Text(run.Written.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
            );
        }

        terminal.Write(table);
        if (runs.Any(run => run.State == RunState.Incomplete))
        {
            terminal.WriteLine();
            terminal.WriteLine(
                $"incomplete: {RunFolder.ManifestName} says what was to be run, results are not there and nothing can be continued;"
            );
            terminal.WriteLine(
                "delete the folder and give the command again (of a comparison, sides that were done are runs in folders of their own)"
            );
        }
    }

    private static string StateOf(RunEntry run) =>
        run switch
        {
            { State: null } => "unreadable",
            { State: RunState.Complete } => "complete",
            { Reached: null } => "incomplete: running, or ended by force",
            _ => $"incomplete: reached {run.Reached}, no results",
        };
}
