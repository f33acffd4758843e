using System.CommandLine;
using Breakwater.Runs;
using Breakwater.Server;

namespace Breakwater.Cli;

/// <summary><c>breakwater report RUN</c></summary>
internal static class ReportCommand
{
    private static readonly Argument<string> s_run = new("run")
    {
        Description = "A run's folder, or its name below runs/.",
    };

    private static readonly Option<bool> s_open = new("--open") { Description = "Open it in the browser." };
    private static readonly Option<bool> s_json = new("--json") { Description = "Say where it is as JSON." };

    public static Command Create()
    {
        var command = new Command("report", "Write a run's report.html anew: one page that can be sent.")
        {
            s_run,
            s_open,
            s_json,
        };
        command.SetAction(parsed => CommandBody.Run(parsed.GetValue(s_json), () => Execute(parsed)));
        return command;
    }

    private static void Execute(ParseResult parsed)
    {
        string path = RunReportPage.Write(FolderOf(parsed.GetRequiredValue(s_run)));
        if (parsed.GetValue(s_json))
        {
            JsonOutput.Write(new { report = path });
        }
        else
        {
            Console.Out.WriteLine($"written to {path}");
        }

        if (parsed.GetValue(s_open) && !Browser.TryOpen(Path.GetFullPath(path)))
        {
            Console.Error.WriteLine("no browser could be started; open the file in one");
        }
    }

    private static string FolderOf(string run)
    {
        string named = Path.Combine(RunFolder.DefaultParent, run);
        return Directory.Exists(run) ? run
            : Directory.Exists(named) ? named
            : throw new InputException(
                $"there is no run {run}, neither as a folder nor below {RunFolder.DefaultParent}/; 'breakwater list --runs' shows them"
            );
    }
}
