using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>Standard output for people; plain and wide when it goes into a file or a pipe.</summary>
internal static class Terminal
{
    private const int WidthOfPipes = 160;

    public static IAnsiConsole Create()
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect }
        );
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfPipes;
        }

        return console;
    }
}
