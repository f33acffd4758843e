using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs.Tests;

/// <summary>Which of the shipped rule sets a run carries out, and what the others are refused for.</summary>
public sealed class RunnableRulesTests
{
    private static readonly RuleBook s_shipped = new(new ContentFolders(AppContext.BaseDirectory));

    [Theory]
    [InlineData("binance-usdm", LadderKind.OneOrder)]
    [InlineData("bybit-linear", LadderKind.TierByTier)]
    [InlineData("bybit-linear-2022", LadderKind.TierByTier)]
    [InlineData("okx-swap", LadderKind.TwoTiersDown)]
    [InlineData("gate-linear", LadderKind.TierByTier)]
    [InlineData("phemex-usdm", LadderKind.TakeOver)]
    [InlineData("hyperliquid", LadderKind.ShareThenAll)]
    [InlineData("deribit-linear", LadderKind.Slices)]
    [InlineData("dydx-v4", LadderKind.BlockLimits)]
    [InlineData("drift-v2", LadderKind.CoverShortage)]
    [InlineData("vega", LadderKind.TimedDisposal)]
    [InlineData("binance-coinm", LadderKind.OneOrder)]
    [InlineData("bybit-inverse", LadderKind.TierByTier)]
    [InlineData("kraken-inverse", LadderKind.OrderThenAssignment)]
    [InlineData("bitmex-inverse", LadderKind.TierByTier)]
    [InlineData("binance-multi-assets", LadderKind.OneOrder)]
    [InlineData("bybit-uta", LadderKind.TierByTier)]
    [InlineData("okx-multi-currency", LadderKind.TwoTiersDown)]
    public void Runs(string name, LadderKind ladder) => Assert.Equal(ladder, RulesOf(name).Liquidation.Ladder);

    // 200 BTC at 0.4 %, then 150 to a step that adds 0.4 % to both rates, until 99.8 % are asked to open anything.
    [Fact]
    public void Steps_are_tiers_of_the_whole_value_at_entry()
    {
        InstrumentRules bitcoin = RulesOf("bitmex-inverse").Instruments.Single();

        Assert.Equal(MarginBasis.Entry, bitcoin.MaintenanceAt);
        Assert.Equal(248, bitcoin.Margin.Tiers.Length);
        Assert.Equal(
            [0, 20_000_000_000, 35_000_000_000, 50_000_000_000],
            bitcoin.Margin.Tiers[..4].ToArray().Select(tier => tier.Floor)
        );
        Assert.Equal((Rate.FromFraction(1, 250), Leverage.FromMultiple(100)), TermsAt(20_000_000_000));
        Assert.Equal((Rate.FromFraction(2, 250), Leverage.FromHundredths(7_142)), TermsAt(20_000_000_001));
        Assert.Equal((Rate.FromFraction(3, 250), Leverage.FromHundredths(5_555)), TermsAt(50_000_000_000));

        (Rate, Leverage) TermsAt(long value)
        {
            int tier = bitcoin.Margin.TierOf(Money.FromMinorUnits(value), Quantity.FromLots(1), weight: 1);
            return (bitcoin.Margin.Tiers[tier].MaintenanceRate, bitcoin.Margin.Tiers[tier].MaxLeverage);
        }
    }

    [Fact]
    public void A_contract_is_so_many_coins_and_its_tiers_are_in_lots()
    {
        InstrumentRules bitcoin = RulesOf("okx-swap").Instruments[0];

        Assert.Equal(0.0001m, bitcoin.Instrument.LotSize);
        Assert.Equal([0, 100_000, 500_000], bitcoin.Margin.Tiers[..3].ToArray().Select(tier => tier.Floor));
        // 0.4 % and the taker fee of 0.05 %.
        Assert.Equal(Rate.FromFraction(45, 10_000), bitcoin.Margin.Tiers[0].MaintenanceRate);
        Assert.True(bitcoin.LiquidatesAtEquality);
    }

    [Fact]
    public void A_fee_is_reserved_and_a_drawdown_has_its_window()
    {
        VenueRules rules = RulesOf("bybit-linear");

        Assert.Equal(Rate.FromFraction(55, 100_000), rules.Instruments[0].ReservedFee);
        Assert.Equal(Rate.One, rules.Deleveraging.Drawdown);
        Assert.Equal(Duration.FromMinutes(480), rules.Deleveraging.DrawdownWindow);
    }

    [Fact]
    public void Rates_in_size_are_for_each_lot()
    {
        InstrumentRules bitcoin = RulesOf("deribit-linear").Instruments[0];

        // 200 coins in lots of a thousandth: 1 % and 200 times 0.005 %, and 2 % with as much.
        Quantity lots = Quantity.FromLots(200_000);
        Money million = Money.FromMinorUnits(1_000_000_000_000);
        Assert.Equal(Money.FromMinorUnits(20_000_000_000), bitcoin.Margin.Maintenance(million, lots, weight: 1));
        Assert.Equal(Leverage.FromHundredths(3_333), bitcoin.Margin.MaxLeverage(million, lots, weight: 1));
        Assert.Equal(Leverage.FromHundredths(4_000), bitcoin.Margin.MaxLeverage(million, lots, weight: 2));
    }

    [Fact]
    public void An_instruments_own_fee_is_read()
    {
        VenueRules rules = RulesOf("deribit-linear");
        InstrumentRules ether = rules.Instruments.Single(listed => listed.Instrument.Symbol == "ETH_USDC-PERPETUAL");

        Assert.Equal(Rate.FromFraction(9, 1_000), rules.Liquidation.ClearanceFeeAt(ether));
        Assert.Equal(Rate.FromFraction(75, 10_000), rules.Liquidation.ClearanceFeeAt(rules.Instruments[0]));
    }

    [Fact]
    public void Losses_that_nobody_pays_are_shared_where_the_file_says_so()
    {
        Assert.Equal(LossSharing.AmongWinners, RulesOf("deribit-linear").LossSharing);
        Assert.Equal(LossSharing.AmongWinners, RulesOf("vega").LossSharing);
        Assert.Equal(LossSharing.OnOpenInterest, RulesOf("drift-v2").LossSharing);
        Assert.Equal(LossSharing.None, RulesOf("dydx-v4").LossSharing);
    }

    [Fact]
    public void Limits_of_blocks_are_read()
    {
        BlockRules block = RulesOf("dydx-v4").Liquidation.Block!;

        Assert.Equal(Money.FromMinorUnits(1_000_000_000), block.MinNotional);
        Assert.Equal(Rate.FromFraction(1, 10), block.MaxShare);
        Assert.Equal(Money.FromMinorUnits(100_000_000_000), block.MaxAccountNotional);
        Assert.Equal(Money.FromMinorUnits(1_000_000_000_000), block.MaxFundLoss);
        Assert.Equal(Rational.Parse("1.5"), block.SpreadToMaintenance);
    }

    private static VenueRules RulesOf(string name) => s_shipped.ReadForRuns(name);
}
