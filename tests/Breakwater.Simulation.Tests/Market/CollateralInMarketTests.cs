using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>A crowd that holds a coin of the market and a token beside dollars, in a market that answers back.</summary>
public sealed class CollateralInMarketTests
{
    private static readonly AssetId s_coin = new(0);
    private static readonly AssetId s_token = new(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_leaks_of_money_or_of_any_asset(bool books)
    {
        World world = TestMarket.Run(Create(shock: 0.08, worth: 0.5, books));
        Venue venue = world.Venues[0].Venue;
        Assert.True(world.Venues[0].Tally.Accounts.Weight > 0, "somebody is liquidated");
        Assert.True(venue.CollateralSold(s_coin).IsLong && venue.CollateralSold(s_token).IsLong, "both are sold");
        Assert.Equal(0, venue.Surplus());
        Assert.Equal(Quantity.Zero, venue.CollateralSurplus(s_coin));
        Assert.Equal(Quantity.Zero, venue.CollateralSurplus(s_token));
    }

    [Fact]
    public void A_coin_is_priced_at_its_index_and_a_token_at_what_it_is_stated_to_be_worth()
    {
        World world = TestMarket.Run(Create(shock: 0.05, worth: 0.5, books: false));
        Venue venue = world.Venues[0].Venue;
        ReadOnlySpan<double> spot = world.Series![SeriesKind.Middle, 1, 0];
        double index = spot[world.Series.Count - 1];
        Assert.InRange(venue.CollateralPriceOf(s_coin).Ticks * 0.01 / index, 0.999, 1.001);
        Assert.Equal(5_000, venue.CollateralPriceOf(s_token).Ticks);
    }

    [Fact]
    public void In_a_calm_market_a_lost_peg_forces_out_who_stood_without_it()
    {
        int calm = Liquidated(worth: 1);
        int depegged = Liquidated(worth: 0.2);
        Assert.True(depegged > 2 * calm + 20, $"{depegged} accounts with the peg lost, {calm} with it kept");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_market_that_was_reset_plays_the_same_path_again(bool books)
    {
        WorldParameters parameters = Create(shock: 0.05, worth: 0.5, books);
        World used = TestMarket.Run(parameters);
        string first = TestMarket.Digest(used);
        used.Reset(parameters.PathSeed);
        used.Run(_ => { });
        Assert.Equal(first, TestMarket.Digest(used));
        Assert.Equal(first, TestMarket.Digest(TestMarket.Run(parameters)));
        Assert.Equal(Quantity.Zero, used.Venues[0].Venue.CollateralSurplus(s_coin));
    }

    private static int Liquidated(double worth) =>
        (int)TestMarket.Run(Create(shock: 1e-9, worth, books: false)).Venues[0].Tally.Accounts.Weight;

    // Half of the cross accounts have a third of their margin in bitcoin and a half in a token, which loses its peg after two minutes.
    private static WorldParameters Create(double shock, double worth, bool books)
    {
        WorldParameters market = TestMarket.Create(shock: shock, books: books);
        VenueParameters perpetual = market.Venues[0];
        var conversion = new ConversionRules(
            ConversionOrder.InProportion,
            ConversionTime.AfterPositions,
            DebtCountsProfit: false,
            RepaysWholeDebt: true,
            Rational.FromFraction(1, 40),
            new Dictionary<string, Rational>(StringComparer.Ordinal)
        );
        CollateralAsset[] assets =
        [
            new("BTC", 0.00000001m, 0.01m, [new CollateralTier(null, Rational.FromFraction(95, 100))]),
            new("TOKEN", 0.001m, 0.0001m, [new CollateralTier(null, Rational.FromFraction(98, 100))]),
        ];
        return market with
        {
            Venues =
            [
                perpetual with
                {
                    Rules = perpetual.Rules with
                    {
                        Collateral = new CollateralRules(
                            assets,
                            new UnifiedRules(conversion, PositionOrder.LargestMaintenance)
                        ),
                    },
                    Collateral = new CollateralOfCrowd(
                        0.5,
                        [
                            new AssetParameters(0, Rate.FromFraction(1, 3), []),
                            new AssetParameters(
                                null,
                                Rate.FromFraction(1, 2),
                                [(TestWorld.Start + Duration.FromMinutes(2), worth)]
                            ),
                        ]
                    ),
                },
                .. market.Venues.Skip(1),
            ],
        };
    }
}
