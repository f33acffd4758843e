using System.ComponentModel;

namespace Breakwater.Runs;

/// <summary>A named change of scenarios.</summary>
internal sealed record PolicyDocument
{
    [Description("One line for lists.")]
    public required string Title { get; init; }

    [Description("What the change asks of the market, and why somebody would want to know.")]
    public required string Reasoning { get; init; }

    [Description("Where the question, or the size of the change, comes from.")]
    public required string Source { get; init; }

    [Description(
        "By path such as venues.*.fundCapital, where * is every key: another value as the scenario would write it, or \"* 2\" for a multiple of what stands there. whales.NAME brings an account of its own, written as a scenario would, in one line."
    )]
    public required OrderedDictionary<string, string> Values { get; init; }
}
