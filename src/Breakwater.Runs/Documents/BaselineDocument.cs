using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record BaselineDocument
{
    [Description("Another scenario of the same event.")]
    public string? Scenario { get; init; }

    [Description("This scenario with other values, by path such as market.switches.feedback.")]
    public OrderedDictionary<string, string>? Values { get; init; }
}
