using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

/// <summary>What comes with the program, found beside it.</summary>
public sealed class ShippedFilesTests
{
    // cum, as the venue published it beside each tier, in USDT.
    private static readonly long[] s_btcDeductions =
    [
        0,
        300,
        1_500,
        12_000,
        132_000,
        482_000,
        2_982_000,
        14_482_000,
        26_482_000,
        41_482_000,
        121_482_000,
        421_482_000,
    ];

    private static readonly long[] s_ethDeductions =
    [
        0,
        300,
        1_500,
        12_000,
        132_000,
        382_000,
        2_007_000,
        9_507_000,
        17_507_000,
        27_507_000,
        80_507_000,
        280_507_000,
    ];

    private static readonly ContentFolders s_shipped = new(AppContext.BaseDirectory);

    public static TheoryData<string> Scenarios => [.. s_shipped.Scenarios().Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_reads(string name)
    {
        Scenario scenario = ScenarioReader.Read(s_shipped, name);

        Assert.All(scenario.Files, file => Assert.Equal(64, file.Sha256.Length));
        Assert.All(
            scenario.StatedValues,
            value => Assert.True(value.Source.Length > 10, $"{value.Path}: {value.Source}")
        );
    }

    [Fact]
    public void The_main_job_simulates_a_million_accounts_on_five_venues()
    {
        WorldParameters world = ScenarioReader.Read(s_shipped, "oct-10-2025-tape").World;

        Assert.Equal(
            ["binance-usdm", "bybit", "okx", "hyperliquid", "others"],
            world.Venues.Select(venue => venue.Name)
        );
        Assert.Equal(1_000_000, world.Venues.Sum(venue => venue.Crowd.Accounts));
        Assert.All(world.Venues, venue => Assert.Equal(2, venue.Listings.Count));
        Assert.Equal(Duration.FromMinutes(60), world.End - world.Start);
    }

    [Fact]
    public void The_tape_of_the_main_job_falls_to_the_published_low_of_the_mark()
    {
        PriceTape tape = ScenarioReader.Read(s_shipped, "oct-10-2025-tape").World.Tapes[0];

        Assert.Equal(116830.3m, tape.PriceAt(tape.Start));
        Assert.Equal(101877.7m, tape.TurningPoints.Min(tape.PriceAt));
    }

    [Fact]
    public void Binance_deductions_are_those_that_the_venue_published()
    {
        VenueRules rules = RulesOf("binance-usdm");

        Assert.Equal(s_btcDeductions, DeductionsOf(rules.Instruments[0]));
        Assert.Equal(s_ethDeductions, DeductionsOf(rules.Instruments[1]));
    }

    [Fact]
    public void Hyperliquid_maintenance_is_half_of_the_initial_margin_at_the_highest_leverage()
    {
        foreach (InstrumentRules instrument in RulesOf("hyperliquid").Instruments)
        {
            foreach (MarginTier tier in instrument.Margin.Tiers)
            {
                Assert.Equal(Rate.FromFraction(100, 2 * tier.MaxLeverage.Hundredths), tier.MaintenanceRate);
            }
        }
    }

    [Fact]
    public void The_example_of_an_accounts_file_stands_at_the_start()
    {
        WorldParameters world = ScenarioReader
            .Read(s_shipped, "oct-10-2025-tape")
            .WithAccounts(Path.Combine(AppContext.BaseDirectory, "Examples", "accounts.csv"))
            .World;
        VenueInWorld[] venues =
        [
            .. Enumerable.Range(0, world.Venues.Count).Select(number => new VenueInWorld(world, number)),
        ];

        Assert.All(venues, venue => venue.Open());

        Assert.Equal([2, 0, 0, 1, 0], venues.Select(venue => (int)venue.AccountsSimulated));
    }

    private static VenueRules RulesOf(string venue) =>
        ScenarioReader.Read(s_shipped, "oct-10-2025-tape").World.Venues.First(found => found.Name == venue).Rules;

    private static List<long> DeductionsOf(InstrumentRules instrument)
    {
        var deductions = new List<long>();
        foreach (MarginTier tier in instrument.Margin.Tiers)
        {
            deductions.Add(tier.Deduction.MinorUnits / 1_000_000);
        }

        return deductions;
    }
}
