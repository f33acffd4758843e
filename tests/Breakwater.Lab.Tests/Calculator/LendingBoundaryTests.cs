using System.Globalization;
using System.Text;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>The highest price at which the calculator calls a loan liquidatable is the one at which a run liquidates it.</summary>
public sealed class LendingBoundaryTests
{
    private const int Loans = 20;

    private static readonly RuleBook s_book = new(ContentFolders.Default);

    [Theory]
    [InlineData("aave-v3")]
    [InlineData("compound-v2")]
    [InlineData("maker-liq2")]
    public void Calculator_and_run_agree_to_the_last_tick(string venue)
    {
        var luck = new Luck(77);
        for (int i = 0; i < Loans; i++)
        {
            (long coins, long dollars) = (luck.OfAnySize(10_000_000_000_000), luck.OfAnySize(1_000_000_000_000));
            long boundary = MarketsBoundary(venue, coins, dollars);
            if (boundary is > 0 and < 1_000_000_000_000_000)
            {
                Assert.True(IsLiquidatable(venue, coins, dollars, boundary), $"{coins} {dollars} at {boundary}");
                Assert.False(
                    IsLiquidatable(venue, coins, dollars, boundary + 1),
                    $"{coins} {dollars} above {boundary}"
                );
            }
        }
    }

    private static long MarketsBoundary(string venue, long coins, long dollars)
    {
        LendingRules rules = s_book.Read(venue).Lending!;
        LendingAsset[] assets =
        [
            new LendingAsset("ETH", 8, rules.CollateralFactor, rules.Bonus),
            LendingAsset.Dollar("USDC", 6),
        ];
        var market = new LendingMarket(rules, assets, new EventLog(new RecordedNothing()));
        market.UpdatePrice(Timestamp.Epoch, 0, Price.FromTicks(1_000_000_000_000_000_000));
        LoanId? loan = market.Borrow(
            Timestamp.Epoch,
            1,
            Money.FromMinorUnits(dollars),
            [Money.FromMinorUnits(coins), Money.Zero]
        );
        return loan is { } open ? market.LiquidationPriceOf(open)!.Value.Ticks : 0;
    }

    private static bool IsLiquidatable(string venue, long coins, long dollars, long ticks)
    {
        // Compound is asked in smallest units, as its contract counts, the others in coins and dollars.
        bool inUnits = venue == "compound-v2";
        string amount = Text(inUnits ? coins : coins / 1e8m);
        string debt = Text(inUnits ? dollars : dollars / 1e6m);
        string price = Text(inUnits ? ticks / 1e10m : ticks / 1e8m);
        string question =
            $$"""{"venue":"{{venue}}","kind":"lending","collateral":[{"asset":"ETH","amount":"{{amount}}","price":"{{price}}"}],"debt":[{"asset":"USDC","amount":"{{debt}}"}]}""";
        var calculator = new Calculator(s_book);
        using var answer = JsonDocument.Parse(
            Encoding.UTF8.GetString(calculator.Answer(Encoding.UTF8.GetBytes(question), 1))
        );
        return answer.RootElement.GetProperty("liquidatable").GetBoolean();
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class RecordedNothing : IEventObserver
    {
        public void Observe(ReadOnlySpan<MarketEvent> events) { }
    }
}
