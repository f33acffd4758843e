using System.CommandLine;
using Breakwater.Cli;

var breakwater = new RootCommand("A laboratory and monitor for liquidation cascades in leveraged crypto markets.")
{
    RunCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    MarginCommand.Create(),
    ImportCommand.Create(),
    QueryCommand.Create(),
    CheckCommand.Create(),
    FetchCommand.Create(),
    IndicatorsCommand.Create(),
};
ParseResult parsed = breakwater.Parse(args);
int exitCode = await parsed.InvokeAsync();

// System.CommandLine answers 1 for a mistyped command; scripts tell it from a failed run by 2.
return parsed.Errors.Count > 0 ? ExitCode.WrongInput : exitCode;
