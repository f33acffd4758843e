using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>The fan of an ensemble's prices, and what was observed beside it.</summary>
public sealed class PriceFanTests : IDisposable
{
    private static readonly Scenario s_market = ScenarioReader.Read(
        new ContentFolders(AppContext.BaseDirectory),
        "oct-10-2025"
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("breakwater-fan-").FullName;

    [Fact]
    public void Quantiles_are_those_of_the_seeds_at_each_moment_listing_by_listing()
    {
        // Of 21 seeds the 5 % quantile is the second, the median the eleventh; seeds come in no order.
        int[] seeds = [.. Enumerable.Range(0, 21).Select(seed => seed * 8 % 21)];
        PriceFan.Write(_folder, s_market.World, [.. seeds.Select(PathOf)]);
        IReadOnlyList<PriceFan> fans = PriceFan.Read(_folder);

        Assert.Equal(60, fans.Count);
        for (int listing = 0; listing < fans.Count; listing++)
        {
            PriceFan fan = fans[listing];
            Assert.Equal(30, fan.Times[1] - fan.Times[0]);
            Assert.Equal([100 * listing + 1, 100 * listing + 2], fan.P5);
            Assert.Equal([100 * listing + 10, 100 * listing + 11], fan.P50);
            Assert.Equal([100 * listing + 19, 100 * listing + 20], fan.P95);
        }

        Assert.Equal(("binance-usdm", "BTC"), (fans[0].Venue, fans[0].Coin));
        Assert.Equal(("coinbase-spot", "AAVE"), (fans[^1].Venue, fans[^1].Coin));
    }

    [Fact]
    public void Where_prices_are_given_there_is_no_fan()
    {
        using var disk = new EnsembleOnDisk();
        Assert.False(PriceFan.IsIn(disk.Execute("1..2", threads: 1).Folder));
    }

    [Fact]
    public void Observed_prices_come_back_as_the_scenario_s_table_has_them()
    {
        ObservedPrices.Write(_folder, s_market.ObservedPaths);
        IReadOnlyList<ObservedPrices> read = ObservedPrices.Read(_folder);

        Assert.Equal(["BTC", "ETH"], read.Select(prices => prices.Coin));
        foreach ((ObservedPath path, ObservedPrices prices) in s_market.ObservedPaths.Zip(read))
        {
            Assert.Equal(path.Bars.Select(bar => (double)bar.Low), prices.Low);
            Assert.Equal(path.Bars.Select(bar => (double)bar.Close), prices.Close);
            Assert.Equal(path.Bars[0].Start.UnixNanoseconds / 1e9, prices.Times[0]);
        }
    }

    [Fact]
    public void What_observes_nothing_writes_nothing()
    {
        ObservedPrices.Write(_folder, []);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Two moments; a hundred between listings, one between seeds and between moments.
    private static PathSample PathOf(int seed) =>
        new(
            s_market.World.Start,
            Duration.FromSeconds(30),
            [
                .. Enumerable
                    .Range(0, 60)
                    .Select(listing => new float[] { 100 * listing + seed, 100 * listing + seed + 1 }),
            ]
        );
}
