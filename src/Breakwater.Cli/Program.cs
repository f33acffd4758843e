using System.CommandLine;
using Breakwater.Cli;
using Breakwater.Runs;

var breakwater = new RootCommand("A laboratory and monitor for liquidation cascades in leveraged crypto markets.")
{
    RunCommand.Create(),
    CompareCommand.Create(),
    CalibrateCommand.Create(),
    DisagreementCommand.Create(),
    CliffsCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    ImportCommand.Create(),
    QueryCommand.Create(),
    CheckCommand.Create(),
    FetchCommand.Create(),
    IndicatorsCommand.Create(),
    MapCommand.Create(),
    MarginCommand.Create(),
    ReportCommand.Create(),
    ServeCommand.Create(),
    DeleveragingCommand.Create(),
    VerifyCommand.Create(),
};
ParseResult parsed = breakwater.Parse(args);
if (parsed.Errors.Count == 0)
{
    // An interrupted run says in its folder how far it came; a crowd that is being drawn is drawn first.
    return await parsed.InvokeAsync(
        new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) }
    );
}

if (parsed.CommandResult.Command == breakwater)
{
    string[] commands = [.. breakwater.Subcommands.Select(known => known.Name)];
    string? word = parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-'));
    return CommandBody.Tell(
        word is null
            ? $"which command? One of {string.Join(", ", commands)} ('breakwater --help' says more)"
            : $"there is no command \"{word}\", {Nearest.Hint(word, commands)}",
        json: args.Contains("--json"),
        ExitCode.WrongInput
    );
}

string said = string.Join("; ", parsed.Errors.Select(error => ParseComplaint.Plain(error.Message.TrimEnd('.'))));
return CommandBody.Tell(
    $"{said} ('breakwater {parsed.CommandResult.Command.Name} --help' says more)",
    json: args.Contains("--json"),
    ExitCode.WrongInput
);
