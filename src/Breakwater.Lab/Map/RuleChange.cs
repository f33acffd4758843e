using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>A rule of venues or a size of the market, changed, to see what that does to R. One of the four says what is done.</summary>
/// <param name="Name">Of the rule; changes of one name go from mild to strong.</param>
/// <param name="Change">What is done to it.</param>
internal sealed record RuleChange(string Name, string Change)
{
    /// <summary>The rules so changed; null where a venue has no such rule.</summary>
    public Func<VenueRules, VenueRules?>? Rules { get; init; }

    /// <summary>Who has more leverage is taken to have put in what this asks for.</summary>
    public Leverage? Cap { get; init; }

    /// <summary>Of the fund's selling, over that of the scenario.</summary>
    public double? FundSpeed { get; init; }

    public Func<WorldParameters, WorldParameters>? Market { get; init; }

    /// <summary>By how many tenths of itself the rule is raised; null where it is not a matter of more or less.</summary>
    public double? Tenths { get; init; }

    public static IReadOnlyList<RuleChange> All { get; } = [.. RuleChanges.OfVenues, .. RuleChanges.OfMarket];
}
