using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>Lending markets in a market that answers back.</summary>
public sealed class LendingRunTests
{
    public static TheoryData<LendingProtocol> Protocols => [.. Enum.GetValues<LendingProtocol>()];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void At_every_step_what_was_deposited_is_left_or_seized_and_what_was_borrowed_owed_repaid_or_lost(
        LendingProtocol protocol
    )
    {
        World world = TestMarket.Open(TestLending.Create(protocol));
        world.Run(_ => RequireNothingLost(world));
        RequireNothingLost(world);

        LendingFlow flow = world.Lending[0].Tally.Of(0);
        Assert.True(flow.Calls > 0, "nobody was liquidated");
        Assert.True(flow.Sold > 0, "nothing was sold");
        foreach (VenueInWorld venue in world.Venues)
        {
            Assert.Equal(0, venue.Venue.Surplus());
            Assert.Equal(Quantity.Zero, venue.Venue.Imbalance(new InstrumentId(0)));
            Assert.Equal(Quantity.Zero, venue.Venue.Imbalance(new InstrumentId(1)));
        }
    }

    [Theory]
    [InlineData(LendingProtocol.Aave, false)]
    [InlineData(LendingProtocol.Aave, true)]
    [InlineData(LendingProtocol.Compound, false)]
    [InlineData(LendingProtocol.Maker, false)]
    public void With_their_sales_off_the_price_falls_less(LendingProtocol protocol, bool books)
    {
        World sold = TestMarket.Run(TestLending.Create(protocol, books: books));
        World kept = TestMarket.Run(TestLending.Create(protocol, sell: false, books: books));

        Assert.Equal(0, kept.Lending[0].Tally.Of(0).Sold);
        Assert.True(kept.Lending[0].Tally.Of(0).Seized > 0);
        Assert.True(FallOfEther(sold) > FallOfEther(kept) + 0.001, $"{FallOfEther(sold)} and {FallOfEther(kept)}");
    }

    [Fact]
    public void Without_feedback_they_sell_nothing_and_without_liquidations_nobody_is_liquidated()
    {
        World deaf = TestMarket.Run(
            TestLending.Create(LendingProtocol.Aave, switches: Switches.AllOn with { Feedback = false })
        );
        World calm = TestMarket.Run(
            TestLending.Create(LendingProtocol.Aave, switches: Switches.AllOn with { Liquidations = false })
        );

        Assert.Equal(0, deaf.Lending[0].Tally.Of(0).Sold);
        Assert.True(deaf.Lending[0].Tally.Of(0).Seized > 0);
        Assert.Equal(0, calm.Lending[0].Tally.Of(0).Seized);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void The_same_seeds_write_the_same_log_and_a_world_that_was_reset_runs_as_a_new_one(LendingProtocol protocol)
    {
        WorldParameters parameters = TestLending.Create(protocol);
        World fresh = TestMarket.Run(parameters);
        World used = TestMarket.Run(parameters with { PathSeed = new Seed(99) });
        string other = DigestOf(used);
        used.Reset(parameters.PathSeed);
        used.Run(_ => { });

        Assert.Equal(DigestOf(fresh), DigestOf(used));
        Assert.NotEqual(DigestOf(fresh), other);
    }

    [Fact]
    public void Nobody_pays_more_for_a_coin_than_the_sale_brings()
    {
        World world = TestMarket.Run(TestLending.Create(LendingProtocol.Maker));
        LendingFlow flow = world.Lending[0].Tally.Of(0);
        LendingTotals dollars = world.Lending[0].Market.TotalsOf(2);
        decimal paid = (dollars.Repaid + dollars.Penalty).MinorUnits / 1e6m;

        // What is left to be sold, of no more than a lot an auction, is worth no loss.
        Assert.True(flow.Proceeds > paid * flow.Sold / flow.Seized, $"{flow.Proceeds} for {paid}");
    }

    [Fact]
    public void Another_collateral_is_seized_where_the_most_valuable_does_not_pay()
    {
        // The oracle stays at what is said here: ether at more than it brings, bitcoin at half.
        WorldParameters calm = TestLending.Create(LendingProtocol.Aave, sell: false, shock: 0);
        LendingParameters silent = calm.Market!.Lending[0] with
        {
            Oracle = new OracleRule(Duration.FromSeconds(1_000_000), Rate.One, Duration.Zero),
        };
        World world = TestMarket.Open(calm with { Market = calm.Market with { Lending = [silent] } });
        LendingMarket market = world.Lending[0].Market;
        market.UpdatePrice(calm.Start, 0, Price.FromTicks(market.PriceOf(0).Ticks * 6 / 5));
        market.UpdatePrice(calm.Start, 1, Price.FromTicks(market.PriceOf(1).Ticks / 2));
        int mixed = market.Liquidatable().Count(loan => IsMoreInEther(market, loan));
        Assert.True(mixed > 0, "no loan has more in ether than in bitcoin");

        world.Run(_ => { });
        Assert.Equal(Money.Zero, market.TotalsOf(0).Seized);
        Assert.True(market.TotalsOf(1).Seized.IsPositive);
        Assert.DoesNotContain(market.Liquidatable(), loan => market.CollateralOf(loan, 1).IsPositive);
    }

    [Fact]
    public void Drawn_loans_add_up_to_their_collateral_and_are_healthy()
    {
        World world = TestMarket.Open(TestLending.Create(LendingProtocol.Aave));
        LendingInWorld lending = world.Lending[0];
        Assert.Equal(300, lending.Market.LoanCount);
        Assert.Equal(Money.FromMinorUnits(21_500 * 100_000_000L), lending.Market.TotalsOf(0).Deposited);
        Assert.Equal(Money.FromMinorUnits(40 * 100_000_000L), lending.Market.TotalsOf(1).Deposited);
        Assert.Empty(lending.Market.Liquidatable());
        Assert.Equal(750, Enumerable.Range(0, 300).Sum(loan => lending.Market.WeightOf(new LoanId(loan))));
    }

    [Fact]
    public void Liquidators_who_sell_nothing_leave_every_price_as_it_was()
    {
        WorldParameters without = TestMarket.Create(shock: 0.08);
        WorldParameters with = TestLending.Create(LendingProtocol.Aave, sell: false);
        Assert.Equal(Prices(TestMarket.Run(without)), Prices(TestMarket.Run(with)));
    }

    private static bool IsMoreInEther(LendingMarket market, LoanId loan) =>
        market.WorthOf(0, market.CollateralOf(loan, 0)) > market.WorthOf(1, market.CollateralOf(loan, 1));

    private static double[] Prices(World world) => world.Series![SeriesKind.Middle, 1, 1].ToArray();

    private static string DigestOf(World world) => $"{TestMarket.Digest(world)} {world.Lending[0].Hash.Digest()}";

    private static double FallOfEther(World world)
    {
        ReadOnlySpan<double> middle = world.Series![SeriesKind.Middle, 1, 1];
        double lowest = middle[0];
        foreach (double price in middle)
        {
            lowest = Math.Min(lowest, price);
        }

        return 1 - lowest / middle[0];
    }

    private static void RequireNothingLost(World world)
    {
        LendingMarket market = world.Lending[0].Market;
        for (int asset = 0; asset < market.Assets.Count; asset++)
        {
            Assert.Equal((Money.Zero, Money.Zero), market.Leak(asset));
        }
    }
}
