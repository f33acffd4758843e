using System.CommandLine;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary><c>breakwater verify [NAME...]</c></summary>
internal static class VerifyCommand
{
    private static readonly Argument<string[]> s_names = new("NAME")
    {
        Description =
            "Theories, all where none is named. "
            + string.Join("; ", Theories.All.Select(theory => $"{theory.Name}: {theory.Claim}")),
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<ulong> s_seed = new("--seed")
    {
        Description = "Number that fixes the random draws.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "As JSON." };

    public static Command Create()
    {
        var command = new Command("verify", "Put the engine beside published theory: the papers' numbers and ours.")
        {
            s_names,
            s_seed,
            RunOptions.Threads,
            s_json,
        };
        command.SetAction((parsed, cancel) => Task.Run(() => Execute(parsed, cancel), CancellationToken.None));
        return command;
    }

    private static int Execute(ParseResult parsed, CancellationToken cancel)
    {
        bool json = parsed.GetValue(s_json);
        bool broken = false;
        int exitCode = CommandBody.Run(
            json,
            () =>
            {
                using var line = new StatusLine(Console.Error);
                IReadOnlyList<VerifiedTheory> verified = Verification.Run(
                    Chosen(parsed.GetValue(s_names)!),
                    new Seed(parsed.GetValue(s_seed)),
                    RunOptions.ThreadsOf(parsed),
                    new VerificationProgress(line),
                    cancel
                );
                line.Clear();
                broken = verified.Any(theory => theory.IsBroken);
                Write(verified, json);
            }
        );
        return exitCode == ExitCode.Done && broken ? ExitCode.Failed : exitCode;
    }

    private static IReadOnlyList<ITheory> Chosen(string[] names)
    {
        string? unknown = names.FirstOrDefault(name => Theories.All.All(theory => theory.Name != name));
        if (unknown is not null)
        {
            string known = string.Join(", ", Theories.All.Select(theory => theory.Name));
            throw new InputException($"'{unknown}' is no theory, expected {known}");
        }

        return names.Length == 0 ? Theories.All : [.. Theories.All.Where(theory => names.Contains(theory.Name))];
    }

    private static void Write(IReadOnlyList<VerifiedTheory> verified, bool json)
    {
        if (json)
        {
            JsonOutput.Write(verified);
        }
        else
        {
            VerificationView.Write(Console.Out, verified);
        }
    }
}
