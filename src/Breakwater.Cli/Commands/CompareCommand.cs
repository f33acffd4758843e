using System.CommandLine;
using Breakwater.Lab;
using Breakwater.Runs;
using Breakwater.Server;

namespace Breakwater.Cli;

/// <summary><c>breakwater compare A B</c></summary>
internal static class CompareCommand
{
    private const int LongestName = 80;

    private static readonly Argument<string[]> s_sides = new("sides")
    {
        Description =
            "Two or more: a scenario, SCENARIO+POLICY, a policy of the first side's scenario, or a folder of a run or an ensemble.",
        Arity = new ArgumentArity(2, 20),
    };

    private static readonly Option<string?> s_seeds = new("--seeds")
    {
        Description =
            "That each side is run with, such as 1..20. Default: those of a folder among the sides, or 1..20.",
    };

    private static readonly Option<bool> s_all = new("--all")
    {
        Description = "Shows every figure instead of the leading ones.",
    };

    private static readonly Option<string?> s_folder = new("--out")
    {
        Description = "Folder for the comparison; must not exist. Default: one below runs/, named by its sides.",
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "Prints what came of it as JSON." };

    public static Command Create()
    {
        var command = new Command("compare", "Set runs against each other, seed by seed, under the same luck.")
        {
            s_sides,
            s_seeds,
            RunOptions.Set,
            RunOptions.Threads,
            s_folder,
            s_all,
            s_json,
        };
        command.SetBody(s_json, Execute);
        return command;
    }

    private static void Execute(ParseResult parsed, CancellationToken cancel)
    {
        string[] sides = parsed.GetRequiredValue(s_sides);
        var request = new CompareRequest(
            ContentFolders.Default,
            sides,
            parsed.GetValue(s_seeds) is { } seeds ? SeedList.Parse(seeds) : null,
            RunOptions.ValuesOf(parsed),
            parsed.GetValue(s_folder) ?? RunFolder.FirstFree(RunFolder.DefaultParent, NameOf(sides)),
            RunOptions.ThreadsOf(parsed)
        );
        using var line = new StatusLine(Console.Error);
        CompareReport report = CompareRun.Execute(request, new EnsembleProgress(line), cancel);
        RunReportPage.Write(report.Folder);
        line.Clear();
        if (parsed.GetValue(s_json))
        {
            JsonOutput.Write(report);
        }
        else
        {
            CompareView.Write(Terminal.Create(), report, parsed.GetValue(s_all));
        }
    }

    private static string NameOf(string[] sides)
    {
        IEnumerable<string> names = sides.Select(side => Path.GetFileName(Path.TrimEndingDirectorySeparator(side)));
        string name = "compare-" + string.Join('-', names);
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}
