using System.CommandLine;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary><c>breakwater check claims/nov-2025.yaml</c></summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("FILE")
        {
            Description = "Claims in YAML; their tables of facts stand in data/ beside it.",
        };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("check", "Check numeric claims against facts.") { path, json };
        command.SetAction(parsed =>
            CommandBody.Run(parsed.GetValue(json), () => Execute(parsed.GetValue(path)!, parsed.GetValue(json)))
        );
        return command;
    }

    private static void Execute(string path, bool json)
    {
        FactCheck check = FactCheck.Run(path, ContentFolders.Default);
        if (json)
        {
            JsonOutput.Write(check);
        }
        else
        {
            FactCheckView.Write(Console.Out, check);
        }
    }
}
