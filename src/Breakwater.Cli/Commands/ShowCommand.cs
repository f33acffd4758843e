using System.CommandLine;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary><c>breakwater show SCENARIO</c></summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("scenario") { Description = "A name that 'breakwater list' shows, or a file." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("show", "Show a scenario's inputs, each with its basis and source.") { name, json };
        command.SetAction(parsed =>
            CommandBody.Run(
                parsed.GetValue(json),
                () =>
                    Execute(
                        ScenarioReader.Read(ContentFolders.Default, parsed.GetRequiredValue(name)),
                        parsed.GetValue(json)
                    )
            )
        );
        return command;
    }

    private static void Execute(Scenario scenario, bool json)
    {
        if (json)
        {
            JsonOutput.Write(
                new
                {
                    scenario.Name,
                    scenario.Title,
                    Start = scenario.World.Start.ToString(),
                    End = scenario.World.End.ToString(),
                    Values = scenario.StatedValues,
                    scenario.Files,
                }
            );
            return;
        }

        IAnsiConsole terminal = Terminal.Create();
        terminal.WriteLine($"{scenario.Name}: {scenario.Title}");
        terminal.WriteLine($"{scenario.World.Start} to {scenario.World.End}");
        foreach (IGrouping<string, StatedValue> file in scenario.StatedValues.GroupBy(value => value.File))
        {
            terminal.WriteLine();
            terminal.WriteLine(file.Key);
            terminal.Write(TableOf(file));
        }

        terminal.WriteLine();
        terminal.WriteLine("Files read");
        foreach (FileHash file in scenario.Files)
        {
            terminal.WriteLine($"  {file.Sha256[..16]}  {file.File}");
        }
    }

    private static Table TableOf(IEnumerable<StatedValue> values)
    {
        var table = new Table()
            .Border(TableBorder.None)
            .AddColumn(new TableColumn("value").NoWrap())
            .AddColumn(new TableColumn("is").NoWrap())
            .AddColumn(new TableColumn("basis").NoWrap())
            .AddColumn("source");
        foreach (StatedValue value in values)
        {
            string source = value.Date is null ? value.Source : $"{value.Source} ({value.Date})";
            table.AddRow(
                new Text(value.Path),
                new Text(value.Value),
                new Text(value.Basis.ToString().ToLowerInvariant()),
                new Text(source)
            );
        }

        return table;
    }
}
