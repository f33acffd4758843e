using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Drawn rules with drawn collateral, and drawn commands: the venue and its naive twin write the same events and stand the same.</summary>
/// <remarks>
/// Quick tier, always: 250 markets of 400 commands. Full tier: set BREAKWATER_FULL_TIER to the number of markets, and
/// BREAKWATER_SEED to start from another seed than 1.
/// </remarks>
public sealed class CollateralDuelTests(ITestOutputHelper output)
{
    private const int CommandsPerMarket = 400;
    private const int QuickMarkets = 250;

    [Fact]
    public void Same_commands_bring_the_same_events_and_the_same_state()
    {
        int markets = EnvironmentSetting.Of("BREAKWATER_FULL_TIER", QuickMarkets);
        int first = EnvironmentSetting.Of("BREAKWATER_SEED", 1);
        var counts = new SortedDictionary<EventKind, long>();
        for (int market = 0; market < markets; market++)
        {
            var duel = new VenueDuel((ulong)(first + market), RulesFor((ulong)(first + market)));
            if (duel.Fight(CommandsPerMarket) is { } story)
            {
                Assert.Fail(story);
            }

            foreach ((EventKind kind, long count) in duel.Counts)
            {
                counts[kind] = counts.GetValueOrDefault(kind) + count;
            }
        }

        string events = string.Join(", ", counts.Select(each => $"{each.Key} {each.Value}"));
        output.WriteLine($"seeds {first} to {first + markets - 1}, {markets * CommandsPerMarket} commands; {events}");
        Assert.All(
            [
                EventKind.CollateralDeposited,
                EventKind.CollateralWithdrawn,
                EventKind.CollateralPriceUpdated,
                EventKind.CollateralSold,
                EventKind.LiquidationStarted,
            ],
            kind => Assert.True(counts.GetValueOrDefault(kind) > 0, kind.ToString())
        );
    }

    private static VenueRules RulesFor(ulong seed)
    {
        var luck = new Luck(seed);
        VenueRules rules = new DrawnMarket(luck).Rules;
        while (rules.Instruments[0].Instrument.Kind == ContractKind.Inverse)
        {
            rules = new DrawnMarket(luck).Rules;
        }

        return DrawnCollateral.In(rules, luck);
    }
}
