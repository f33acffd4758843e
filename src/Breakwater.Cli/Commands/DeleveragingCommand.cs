using System.CommandLine;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary><c>breakwater deleveraging FILE...</c></summary>
internal static class DeleveragingCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description =
                "A table of waves by policy (policy_per_wave_metrics.csv), and one of accounts (adl_by_user_REALTIME.csv) to try "
                + "the engine's policies on; known by their headers, may be packed (.gz).",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("deleveraging", "Compare policies of auto-deleveraging on real waves.")
        {
            files,
            json,
        };
        command.SetAction(parsed =>
            CommandBody.Run(parsed.GetValue(json), () => Execute(parsed.GetValue(files)!, parsed.GetValue(json)))
        );
        return command;
    }

    private static void Execute(string[] files, bool json)
    {
        DeleveragingReport report = DeleveragingReport.Of(files);
        if (json)
        {
            JsonOutput.Write(report);
        }
        else
        {
            DeleveragingView.Write(Console.Out, report);
        }
    }
}
