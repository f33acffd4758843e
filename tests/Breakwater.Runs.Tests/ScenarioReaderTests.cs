using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

public sealed class ScenarioReaderTests : IDisposable
{
    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_window_and_the_tape_are_those_of_the_files()
    {
        WorldParameters world = _folder.Read().World;

        Assert.Equal("2025-01-01T12:00:00Z", world.Start.ToString());
        Assert.Equal("2025-01-01T12:03:00Z", world.End.ToString());
        Assert.Equal(["BTC", "ETH"], world.Histories.Select(history => history.Coin));
        Assert.Equal("2025-01-01T11:55:00Z", world.Tapes[1].Start.ToString());
    }

    [Fact]
    public void Drawing_prices_into_their_bounds_is_told() =>
        Assert.Equal(
            [
                "2 of 3 bars of data/btc-1m.csv reached beyond data/btc-5m.csv and were drawn in, by 0.52 % at most, at 2025-01-01T12:01:00Z",
            ],
            _folder.Read().Remarks
        );

    [Fact]
    public void Prices_far_from_their_bounds_are_refused()
    {
        _folder.Replace("data/btc-5m.csv", "100000,100800,97500,100400", "10000,10080,9750,10040");

        Assert.Equal(
            "scenarios/small.yaml:9: file: \"data/btc-5m.csv\" is 90.0 % off data/btc-1m.csv at 2025-01-01T12:02:00Z; are both of one coin and in one unit?",
            _folder.Refusal(() => _folder.Read())
        );
    }

    [Fact]
    public void The_tape_is_drawn_into_the_range_of_its_bounds()
    {
        PriceTape tape = _folder.Read().World.Tapes[0];
        decimal[] prices = [.. tape.TurningPoints.Select(tape.PriceAt)];

        Assert.Equal(97500, prices.Min());
        Assert.Equal(100800, prices.Max());
    }

    [Fact]
    public void A_coins_history_ends_at_the_price_of_the_start()
    {
        CoinHistory history = _folder.Read().World.Histories[0];

        Assert.Equal(100000, history.Price);
        Assert.Equal(2500.5m, history.Windows[1].Volume);
        Assert.Equal(99500, history.LowestAfter(0));
    }

    [Fact]
    public void Instruments_are_numbered_as_the_venue_lists_them()
    {
        VenueParameters venue = _folder.Read().World.Venues[0];

        Assert.Equal("first", venue.Name);
        Assert.Equal(["BTCUSDT", "ETHUSDT"], venue.Rules.Instruments.Select(rules => rules.Instrument.Symbol));
        Assert.Equal([0, 1], venue.Listings.Select(listing => listing.Coin));
        Assert.Equal([1_000_500, 50_000_000], venue.Listings.Select(listing => listing.OpenInterest.Lots));
        Assert.Equal([100_050_000.0, 200_000_000.0], venue.Listings.Select(listing => listing.OpenInterestValue));
    }

    [Fact]
    public void A_venue_lists_only_what_the_scenario_asks_for()
    {
        _folder.Replace("scenarios/small.yaml", "rules: { value: backstop", "rules: { value: tiered");
        _folder.Replace("scenarios/small.yaml", "0 USDC", "0 USDT");

        Assert.Equal("BTCUSDT", Assert.Single(_folder.Read().World.Venues[1].Rules.Instruments).Instrument.Symbol);
    }

    [Fact]
    public void A_mixture_is_cumulative_and_ends_at_exactly_one()
    {
        ListingParameters listing = _folder.Read().World.Venues[0].Listings[0];

        Assert.Equal([0.9, 1.0], listing.Mixture);
    }

    [Fact]
    public void The_crowd_is_that_of_the_file()
    {
        Scenario scenario = _folder.Read();

        Assert.Equal(
            [
                new LeverageComponent("calm", 2, 0.4, Duration.FromMinutes(10 * 24 * 60)),
                new LeverageComponent("high", 30, 0.5, Duration.FromMinutes(36 * 60)),
            ],
            scenario.World.Crowd.Components
        );
        Assert.Equal(0.75, scenario.World.Crowd.SameSideShare);
        Assert.Equal(1_000_000, scenario.World.Crowd.LargestNotional);
        Assert.Equal(new CrowdOfVenue(100, 250), scenario.World.Venues[0].Crowd);
    }

    [Fact]
    public void Rules_stay_exact_fractions()
    {
        VenueRules rules = _folder.Read().World.Venues[1].Rules;

        Assert.Equal(Rate.FromFraction(2, 3), rules.Liquidation.TakeOverBelow);
        Assert.Equal(Rate.FromFraction(1, 80), rules.Instruments[0].Margin.HighestRate);
        Assert.Equal(Money.FromMinorUnits(100_000_000_000), rules.Liquidation.PartialAbove);
        Assert.Equal(Duration.FromSeconds(30), rules.Liquidation.PartialCooldown);
        Assert.Equal(DeleveragingTrigger.NegativeEquity, rules.Deleveraging.Trigger);
        Assert.Equal(Currency.Usdc, rules.Settlement);
    }

    [Fact]
    public void Where_a_venue_has_no_partial_order_the_first_is_for_everything()
    {
        LiquidationRules rules = _folder.Read().World.Venues[0].Rules.Liquidation;

        Assert.Equal(Rate.One, rules.PartialShare);
        Assert.Equal(Rate.Zero, rules.TakeOverBelow);
    }

    [Fact]
    public void Fundings_name_their_instrument()
    {
        VenueParameters venue = _folder.Read().World.Venues[0];

        Assert.Equal(
            new FundingPayment(venue.Fundings[0].Time, new InstrumentId(0), Rate.FromFraction(-1, 10_000)),
            Assert.Single(venue.Fundings)
        );
        Assert.Equal("2025-01-01T12:02:00Z", venue.Fundings[0].Time.ToString());
    }

    [Fact]
    public void Stated_values_carry_basis_source_and_place()
    {
        IReadOnlyList<StatedValue> values = _folder.Read().StatedValues;

        Assert.Contains(
            new StatedValue(
                "scenarios/small.yaml",
                35,
                "crowd.mixtures.usual",
                "calm 90 %, high 10 %",
                Basis.Assumed,
                "test, made up",
                "2025-01-01"
            ),
            values
        );
        Assert.Contains(
            new StatedValue(
                "venues/backstop.yaml",
                12,
                "liquidation.takeOverBelow",
                "2/3",
                Basis.Measured,
                "test",
                null
            ),
            values
        );
    }

    [Fact]
    public void Every_file_is_hashed_once()
    {
        IReadOnlyList<FileHash> files = _folder.Read().Files;

        Assert.Equal(
            [
                "scenarios/small.yaml",
                "data/btc-1m.csv",
                "data/btc-5m.csv",
                "data/eth-5m.csv",
                "data/btc-volume.csv",
                "data/eth-volume.csv",
                "venues/tiered.yaml",
                "venues/backstop.yaml",
                "data/observed.csv",
            ],
            files.Select(file => file.File)
        );
        byte[] bytes = File.ReadAllBytes(_folder.PathOf("data/btc-1m.csv"));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), files[1].Sha256);
    }

    [Fact]
    public void Observed_values_keep_their_window_and_definition()
    {
        ObservedValue fall = Assert.Single(_folder.Read().Observed);

        Assert.Equal("low over open, less one; \"made up\"", fall.Definition);
        Assert.Equal(("-0.03", "-0.025"), (fall.Low, fall.High));
        Assert.Equal("2025-01-01T12:03:00Z", fall.WindowEnd.ToString());
    }
}
