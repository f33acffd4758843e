using Breakwater.Exchange;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What is said of a symbol that a rule set does not list.</summary>
internal static class UnknownSymbol
{
    public static string Of(RuleSet rules, string symbol)
    {
        IEnumerable<string> listed = rules.Listings.Values.Select(listing => listing.Symbol).Distinct();
        return $"\"{symbol}\" is not listed by {rules.Name}, {Nearest.HintOfPart(symbol, listed)}";
    }
}
