using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>Inverse contracts beside linear ones and spot, in one market that answers back.</summary>
public sealed class CoinSettledVenueTests
{
    private const int InCoin = 2;

    private static readonly InstrumentId s_contract = new(0);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_money_and_no_contract_leaks(bool books)
    {
        World world = TestMarket.Run(Create(shock: 0.08, books));
        VenueInWorld venue = world.Venues[InCoin];
        Assert.True(venue.Tally.Accounts.Weight > 0, "somebody is liquidated");
        Assert.All(world.Venues, each => Assert.Equal(0, each.Venue.Surplus()));
        Assert.Equal(Quantity.Zero, venue.Venue.Imbalance(s_contract));
        Waterfall losses = venue.Tally.Waterfall.Of(s_contract);
        Assert.Equal(venue.Venue.UnpaidLoss, losses.Unpaid + venue.Tally.Waterfall.WrittenOff);
    }

    [Theory]
    [InlineData(false, "55667e4c0b2453ad5a380558603cb78f")]
    [InlineData(true, "bd1af531bcc9ab231a65e2956e432c2b")]
    public void The_same_seeds_write_the_same_log_on_every_machine(bool books, string golden) =>
        Assert.Equal(golden, TestMarket.Run(Create(shock: 0.05, books)).Venues[InCoin].Hash.Digest());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_a_calm_market_it_is_calm_and_stays_with_the_others(bool books)
    {
        World world = TestMarket.Run(Create(shock: 1e-9, books));
        Assert.InRange(TestMarket.Fall(world, InCoin), 0, 0.01);
        Assert.InRange(LastMiddle(world, InCoin) / LastMiddle(world, 0), 0.999, 1.001);
        Assert.InRange(world.Venues[InCoin].Tally.Accounts.Weight, 0, 50);
    }

    // Both quote a million dollars within 1 %.
    [Theory]
    [InlineData(false, 0.00002)]
    [InlineData(true, 0.0005)]
    public void So_many_dollars_move_it_as_far_as_a_linear_one(bool books, double tolerance)
    {
        Market market = TestMarket.MarketOf(Create(shock: 0.05, books));
        double[] moves =
        [
            .. market
                .PlacesOf(0)
                .Where(place => !place.Venue.Parameters.IsSpot)
                .Select(place =>
                {
                    place.Trade(TestWorld.Start + Duration.FromSeconds(1), -0.5e6);
                    return place.Liquidity.Middle;
                }),
        ];
        Assert.True(moves[0] < -0.002, FormattableString.Invariant($"{moves[0]} is no move"));
        Assert.Equal(moves[0], moves[1], tolerance);
    }

    [Fact]
    public void What_is_forced_is_told_in_the_dollars_of_its_contracts_and_balances_at_the_mark()
    {
        VenueInWorld venue = TestMarket.Run(Create(shock: 0.08, books: false)).Venues[InCoin];
        decimal forced = venue.Reported.Currency.ToDecimal(
            venue.Tally.Flows.Total(0, isLong: true, FlowKind.Liquidated).Notional
                + venue.Tally.Flows.Total(0, isLong: true, FlowKind.TakenOver).Notional
        );
        Assert.True(forced > 0 && forced % 100 == 0, FormattableString.Invariant($"{forced} is whole contracts"));
        Assert.Equal("USD", venue.Reported.Currency.Code);
        decimal mark = venue.Venue.MarkOf(s_contract).Ticks * 0.1m;
        Assert.Equal(
            Currency.Btc.ToDecimal(venue.Venue.FundEquity) * mark,
            venue.Reported.ToDecimal(venue.Venue.FundEquity)
        );
    }

    [Fact]
    public void Open_interest_is_recorded_at_the_price_at_the_start()
    {
        Market market = TestMarket.MarketOf(Create(shock: 0.08, books: false));
        World world = TestMarket.Run(Create(shock: 0.08, books: false));
        VenueInWorld venue = world.Venues[InCoin];
        double start = market.PlacesOf(0).Single(place => place.Venue.Parameters.Name == "coin").Liquidity.PriceAtStart;
        ReadOnlySpan<double> recorded = world.Series![SeriesKind.OpenInterest, InCoin, 0];
        double dollars = venue.Venue.OpenInterestOf(s_contract).Lots * 100.0;

        Assert.True(TestMarket.Fall(world, InCoin) > 0.05, "the price at the end is another");
        Assert.Equal(dollars / start, recorded[^1], dollars / start * 1e-12);
    }

    private static double LastMiddle(World world, int venue) =>
        world.Series![SeriesKind.Middle, venue, 0][world.Series.Count - 1];

    // Bitcoin alone, 100 dollars a contract, with half as much open as at the linear venue and fund capital of one coin.
    private static WorldParameters Create(double shock, bool books)
    {
        WorldParameters market = TestMarket.Create(shock: shock, books: books);
        VenueParameters linear = market.Venues[0];
        return market with
        {
            Venues =
            [
                linear with
                {
                    Listings = [linear.Listings[0] with { FlowShare = 0.3 }, linear.Listings[1]],
                },
                market.Venues[1],
                linear with
                {
                    Name = "coin",
                    Rules = Rules(linear.Rules),
                    Listings =
                    [
                        linear.Listings[0] with
                        {
                            OpenInterest = Quantity.FromLots(500_000),
                            OpenInterestValue = 5e7,
                            FlowShare = 0.3,
                            Carried = Quantity.FromLots(100_000),
                        },
                    ],
                    FundCapital = Money.FromMinorUnits(10_000_000_000),
                },
            ],
        };
    }

    private static VenueRules Rules(VenueRules linear)
    {
        var schedule = MarginSchedule.FromBrackets([
            (Money.Zero, Rate.FromFraction(1, 250), Leverage.FromMultiple(125)),
            (Money.FromMinorUnits(50_000_000_000), Rate.FromFraction(1, 200), Leverage.FromMultiple(100)),
            (Money.FromMinorUnits(500_000_000_000), Rate.FromFraction(1, 50), Leverage.FromMultiple(25)),
        ]);
        var contract = Instrument.Inverse(s_contract, "BTCUSD", Currency.Btc, tickSize: 0.1m, lotSize: 100);
        return linear with { Settlement = Currency.Btc, Instruments = [new InstrumentRules(contract, schedule)] };
    }
}
