using Breakwater.Exchange;
using Breakwater.Testing;

namespace Breakwater.Runs.Tests;

/// <summary>
/// Drawn loans, prices and calls under each shipped lending rule set: the market and its naive twin answer the same and stand the
/// same, the same loans are liquidatable, and nothing is lost of any asset.
/// </summary>
/// <remarks>
/// Quick tier, always: 250 markets of 400 commands for each rule set. Full tier: BREAKWATER_FULL_TIER and BREAKWATER_SEED, as in
/// <see cref="RuleSetDuelTests"/>.
/// </remarks>
public sealed class LendingDuelTests(ITestOutputHelper output)
{
    private const int CommandsPerMarket = 400;
    private const int QuickMarkets = 250;

    private static readonly RuleBook s_book = new(new ContentFolders(AppContext.BaseDirectory));

    public static IEnumerable<TheoryDataRow<string>> Protocols =>
        s_book
            .Names.Where(name => s_book.Read(name).Lending is not null)
            .Select(name => new TheoryDataRow<string>(name).WithTrait("ruleSet", name));

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Market_and_twin_agree(string name)
    {
        LendingRules rules = s_book.Read(name).Lending!;
        int markets = EnvironmentSetting.Of("BREAKWATER_FULL_TIER", QuickMarkets);
        int first = EnvironmentSetting.Of("BREAKWATER_SEED", 1);
        long liquidations = 0;
        long badDebts = 0;
        for (int market = 0; market < markets; market++)
        {
            var duel = new LendingDuel((ulong)(first + market), rules);
            if (duel.Fight(CommandsPerMarket) is { } difference)
            {
                Assert.Fail($"{name}, seed {first + market}, {difference}");
            }

            liquidations += duel.Liquidations;
            badDebts += duel.BadDebts;
        }

        output.WriteLine(
            $"{name}: seeds {first} to {first + markets - 1}, {markets * CommandsPerMarket} commands: {liquidations} liquidations or purchases, {badDebts} bad debts"
        );
        Assert.True(liquidations > 0 && badDebts > 0, "nothing happened");
    }
}
