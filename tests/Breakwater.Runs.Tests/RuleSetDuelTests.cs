using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Testing;

namespace Breakwater.Runs.Tests;

/// <summary>
/// Drawn commands under each shipped rule set that a run carries out: the venue and its naive twin write the same events and
/// stand the same, no money appears or goes, and longs are shorts.
/// </summary>
/// <remarks>
/// Quick tier, always: 250 markets of 400 commands for each rule set. Full tier: set BREAKWATER_FULL_TIER to the number of
/// markets (25000 for ten million commands), and BREAKWATER_SEED to start from another seed than 1. One rule set alone:
/// --filter-trait "ruleSet=dydx-v4".
/// </remarks>
public sealed class RuleSetDuelTests(ITestOutputHelper output)
{
    private const int CommandsPerMarket = 400;
    private const int QuickMarkets = 250;

    private static readonly RuleBook s_book = new(new ContentFolders(AppContext.BaseDirectory));

    public static IEnumerable<TheoryDataRow<string>> Runnable =>
        s_book.Names.Where(IsRunnable).Select(name => new TheoryDataRow<string>(name).WithTrait("ruleSet", name));

    [Theory]
    [MemberData(nameof(Runnable))]
    public void Venue_and_twin_agree(string name)
    {
        VenueRules rules = s_book.ReadForRuns(name);
        int markets = EnvironmentSetting.Of("BREAKWATER_FULL_TIER", QuickMarkets);
        int first = EnvironmentSetting.Of("BREAKWATER_SEED", 1);
        var counts = new SortedDictionary<EventKind, long>();
        for (int market = 0; market < markets; market++)
        {
            var duel = new VenueDuel((ulong)(first + market), rules);
            if (duel.Fight(CommandsPerMarket) is { } story)
            {
                Assert.Fail($"{name}: {story}");
            }

            foreach ((EventKind kind, long count) in duel.Counts)
            {
                counts[kind] = counts.GetValueOrDefault(kind) + count;
            }
        }

        string events = string.Join(", ", counts.Select(each => $"{each.Key} {each.Value}"));
        output.WriteLine(
            $"{name}: seeds {first} to {first + markets - 1}, {markets * CommandsPerMarket} commands; {events}"
        );
        Assert.True(counts.GetValueOrDefault(EventKind.LiquidationStarted) > 0, "nobody was liquidated");
    }

    [Theory]
    [InlineData("dydx-v4", 20_496)] // Deleveraged, then closed within one wave while the account's other position stood.
    public void A_market_that_once_broke_them_does_no_more(string name, int seed)
    {
        var duel = new VenueDuel((ulong)seed, s_book.ReadForRuns(name));
        Assert.Null(duel.Fight(CommandsPerMarket));
    }

    private static bool IsRunnable(string name)
    {
        try
        {
            s_book.ReadForRuns(name);
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
