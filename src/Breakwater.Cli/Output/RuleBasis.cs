using System.Text.Json.Nodes;

namespace Breakwater.Cli;

/// <summary>Whose word the rules behind an answer are, in one line.</summary>
internal static class RuleBasis
{
    // From the firmest to the weakest.
    private static readonly string[] s_bases = ["published", "third-party", "assumed"];

    /// <param name="rules">As an explained answer lists them.</param>
    public static string Of(string venue, JsonArray rules)
    {
        string[] found = [.. rules.Select(rule => $"{rule!["basis"]}")];
        var counts = s_bases
            .Select(basis => (Basis: basis, Count: found.Count(each => each == basis)))
            .Where(each => each.Count > 0)
            .ToArray();
        string[] dates =
        [
            .. rules.Select(rule => (string?)rule!["date"]).OfType<string>().Order(StringComparer.Ordinal),
        ];
        string counted = string.Join(
            ", ",
            counts.Select(each => FormattableString.Invariant($"{each.Count} {each.Basis}"))
        );
        string dated = dates.Length == 0 ? "without dates" : $"of {dates[0]} to {dates[^1]}";
        return $"rules: {counts[^1].Basis} at worst ({counted}), sources {dated}; "
            + $"--explain lists them, venues/{venue}.yaml holds them";
    }
}
