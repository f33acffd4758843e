using System.CommandLine;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary>Options that commands share.</summary>
internal static class RunOptions
{
    public static Option<string[]> Set { get; } =
        new("--set")
        {
            Description =
                "Another value for the scenario, as its file would write it: market.shock.size=\"6 %\". Or a multiple for all that a path with * leads to: \"venues.*.fundCapital=* 2\". May be repeated; the last one counts.",
            Arity = ArgumentArity.OneOrMore,
        };

    public static Option<int> Threads { get; } =
        new("--threads")
        {
            Description = "At most so many; the result is the same on any number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };

    /// <exception cref="InputException">One is no path and value.</exception>
    public static IReadOnlyList<ScenarioValue> ValuesOf(ParseResult parsed) =>
        [.. (parsed.GetValue(Set) ?? []).Select(ScenarioValue.Parse)];

    /// <exception cref="InputException">Fewer than one.</exception>
    public static int ThreadsOf(ParseResult parsed)
    {
        int threads = parsed.GetValue(Threads);
        return threads >= 1 ? threads : throw new InputException($"--threads: {threads} must be at least 1");
    }
}
