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
                    scenario.Remarks,
                }
            );
            return;
        }

        IAnsiConsole terminal = Terminal.Create();
        terminal.WriteLine($"{scenario.Name}: {scenario.Title}");
        terminal.WriteLine($"{scenario.World.Start} to {scenario.World.End}");
        foreach (string remark in scenario.Remarks)
        {
            terminal.WriteLine(remark);
        }

        foreach (IGrouping<string, StatedValue> file in scenario.StatedValues.GroupBy(value => value.File))
        {
            terminal.WriteLine();
            terminal.WriteLine(file.Key);
            foreach (StatedValue value in file)
            {
                Write(terminal, value);
            }
        }

        terminal.WriteLine();
        terminal.WriteLine("Files read");
        foreach (FileHash file in scenario.Files)
        {
            terminal.WriteLine($"  {file.Sha256[..16]}  {file.File}");
        }
    }

    // A value and under it where it comes from: readable at any width.
    private static void Write(IAnsiConsole terminal, StatedValue value)
    {
        string basis = value.Basis.ToString().ToLowerInvariant();
        string date = value.Date is null ? "" : $", {value.Date}";
        terminal.WriteLine($"  {value.Path}: {value.Value} [{basis}{date}]");
        terminal.Write(new Padder(new Text(value.Source), new Padding(6, 0, 0, 0)));
    }
}
