using System.Globalization;
using Breakwater.Data;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>The main job as it leaves its folder: the market of 10 October 2025.</summary>
public sealed class MarketRunTests : IDisposable
{
    private readonly RunOnDisk _disk = new("oct-10-2025");

    [Fact]
    public void The_market_makes_its_own_prices_and_the_same_on_any_number_of_threads()
    {
        RunReport one = _disk.Execute(seed: 1, threads: 1);
        RunReport two = _disk.Execute(seed: 1, threads: 2);
        Assert.Equal("market", one.Summary.Prices);
        Assert.Equal(one.Summary.EventLogHash, two.Summary.EventLogHash);
        Assert.Equal(one.Summary.Market, two.Summary.Market);
        Assert.Equal(60, one.Summary.Market.Count);
        Assert.All(one.Summary.Market, price => Assert.InRange(price.Fall, -0.95, -0.01));
    }

    [Fact]
    public void The_fall_and_its_low_stand_beside_what_was_observed()
    {
        RunReport run = _disk.Execute(seed: 1, threads: 2);
        PriceSummary bitcoin = run.Summary.Market.First(price => price is { Venue: "binance-usdm", Coin: "BTC" });
        var low = DateTimeOffset.Parse(bitcoin.LowestAt, CultureInfo.InvariantCulture);
        Assert.Equal(bitcoin.Fall, (double)Beside("fall", "BTC").Modelled!, 0.002);
        Assert.Equal(low.TimeOfDay.TotalMinutes, (double)Beside("low_time", "BTC").Modelled!, 0.001);
        Assert.InRange(Beside("eth_over_btc_fall", "ETH/BTC").Modelled!.Value, 0.8m, 1.5m);
        Assert.Equal(
            "that fund stands behind BTC+ETH+BNB alone, the run's behind all coins of the venue",
            Beside("insurance_fund_fall", "BTC+ETH+BNB").NotComparable
        );
        Assert.Equal("the run has no USDe", Beside("stablecoin_depeg", "USDe").NotComparable);

        ComparedFigure Beside(string name, string coin) =>
            Assert.Single(run.Comparison, figure => figure.Observed.Name == name && figure.Observed.Coin == coin);
    }

    [Fact]
    public void The_series_holds_every_step_of_every_listing()
    {
        RunReport report = _disk.Execute(seed: 2, threads: 2);
        using TableFile series = TableFile.Open(Path.Combine(report.Folder, RunTables.SeriesName + ".parquet"));
        int rows = 0;
        while (series.Read())
        {
            rows++;
        }

        Assert.Equal(60 * (95 * 60 + 1), rows);
    }

    [Fact]
    public void A_ladder_holds_more_the_farther_it_reaches_and_some_at_the_start()
    {
        foreach (ListingSeries series in RecordedSeries.Read(_disk.Execute(seed: 3, threads: 2).Folder, "BTC"))
        {
            SampledLadder ladder = SampledLadder.Of(series, points: 300);
            Assert.Equal((300, 4, 4), (ladder.Times.Count, ladder.Bids.Count, ladder.Asks.Count));
            foreach (IReadOnlyList<IReadOnlyList<double?>> side in new[] { ladder.Bids, ladder.Asks })
            {
                Assert.True(side[0][0] > 0);
                Assert.All(
                    Enumerable.Range(0, 300),
                    at =>
                        Assert.True(
                            side[0][at] <= side[1][at] && side[1][at] <= side[2][at] && side[2][at] <= side[3][at]
                        )
                );
            }
        }
    }

    public void Dispose() => _disk.Dispose();
}
