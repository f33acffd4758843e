using System.CommandLine;
using System.Text.Json;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Cli;

/// <summary>Runs a command's body and turns what goes wrong into one line and an exit code.</summary>
internal static class CommandBody
{
    /// <summary>Has a command run its body on a thread of its own: an interrupt then waits until what is being written is whole.</summary>
    public static void SetBody(this Command command, Option<bool> json, Action<ParseResult, CancellationToken> body) =>
        command.SetInterruptible((parsed, cancel) => Run(parsed.GetValue(json), () => body(parsed, cancel)));

    /// <summary>The same for a body that turns what goes wrong into an exit code itself.</summary>
    public static void SetInterruptible(this Command command, Func<ParseResult, CancellationToken, int> body) =>
        command.SetAction(
            (parsed, cancel) => Task.Run(() => Interruptible(body, parsed, cancel), CancellationToken.None)
        );

    // What has begun is brought to where it can be left, which takes a while: the user is heard at once.
    private static int Interruptible(
        Func<ParseResult, CancellationToken, int> body,
        ParseResult parsed,
        CancellationToken cancel
    )
    {
        using CancellationTokenRegistration _ = cancel.Register(() => Console.Error.WriteLine(" stopping..."));
        return body(parsed, cancel);
    }

    /// <param name="json">Whether the caller reads JSON: then the error is JSON on standard output as well.</param>
    public static int Run(bool json, Action body)
    {
        try
        {
            body();
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is InputException or CrowdException)
        {
            return Tell(failure.Message, json, ExitCode.WrongInput);
        }
        catch (OverflowException)
        {
            return Tell(
                "amounts are too large to be counted exactly in 64 bits of minor units",
                json,
                ExitCode.WrongInput
            );
        }
        catch (ArgumentException failure)
        {
            return Tell(
                $"{failure.Message} (a defect if your input is sound: please report it)",
                json,
                ExitCode.WrongInput
            );
        }
        catch (RunInterruptedException interrupted)
        {
            return Tell(interrupted.Message, json, ExitCode.Cancelled);
        }
        catch (OperationCanceledException)
        {
            return Tell("interrupted; nothing was written", json, ExitCode.Cancelled);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Tell(failure.Message, json, ExitCode.Failed);
        }
    }

    /// <summary>Says what went wrong in one line, and for who reads JSON as an object on standard output as well.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(string message, bool json, int exitCode)
    {
        Console.Error.WriteLine($"error: {message}");
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { error = new { message, exitCode } }, RunFolder.Json));
        }

        return exitCode;
    }
}
