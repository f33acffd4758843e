using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Drawn rule sets and drawn commands: the venue and its naive twin write the same events and stand the same.</summary>
/// <remarks>
/// Quick tier, always: 250 markets of 400 commands. Full tier: set BREAKWATER_FULL_TIER to the number of markets (25000 for
/// ten million commands), and BREAKWATER_SEED to start from another seed than 1. A market's seed is the first one plus its
/// number; to look at one again, start from it and ask for one market.
/// </remarks>
public sealed class VenueDifferentialTests(ITestOutputHelper output)
{
    private const int CommandsPerMarket = 400;
    private const int QuickMarkets = 250;

    [Fact]
    public void Same_commands_bring_the_same_events_and_the_same_state()
    {
        int markets = EnvironmentSetting.Of("BREAKWATER_FULL_TIER", QuickMarkets);
        int first = EnvironmentSetting.Of("BREAKWATER_SEED", 1);
        var counts = new SortedDictionary<EventKind, long>();
        int inverse = 0;
        for (int market = 0; market < markets; market++)
        {
            var duel = new VenueDuel((ulong)(first + market));
            if (duel.Fight(CommandsPerMarket) is { } story)
            {
                Assert.Fail(story);
            }

            inverse += duel.Contract == ContractKind.Inverse ? 1 : 0;
            foreach ((EventKind kind, long count) in duel.Counts)
            {
                counts[kind] = counts.GetValueOrDefault(kind) + count;
            }
        }

        output.WriteLine(
            $"seeds {first} to {first + markets - 1}, {markets * CommandsPerMarket} commands, {inverse} markets of inverse contracts"
        );
        foreach ((EventKind kind, long count) in counts)
        {
            output.WriteLine($"{kind} {count}");
        }

        // A comparison in which nothing happens proves nothing.
        Assert.True(markets < QuickMarkets || (inverse > 0 && inverse < markets));
        IEnumerable<EventKind> required = markets >= QuickMarkets ? VenueEvents : [];
        Assert.All(required, kind => Assert.True(counts.GetValueOrDefault(kind) > 0, kind.ToString()));
    }

    [Theory]
    [InlineData(477)] // Found no liquidator, was deleveraged against the fund, and looked for one again at the same mark.
    public void A_market_that_once_broke_them_does_no_more(int seed) =>
        Assert.Null(new VenueDuel((ulong)seed).Fight(CommandsPerMarket));

    private static IEnumerable<EventKind> VenueEvents =>
        // Fees are charged where there are books, and collateral has a duel of its own.
        Enum.GetValues<EventKind>()
            .Where(kind => kind is < EventKind.OrderAccepted and not EventKind.FeeCharged && !IsOfCollateral(kind));

    private static bool IsOfCollateral(EventKind kind) =>
        kind
            is EventKind.CollateralDeposited
                or EventKind.CollateralWithdrawn
                or EventKind.CollateralPriceUpdated
                or EventKind.CollateralSold;
}
