using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>The shipped tape, seed 1: what it comes to, on every machine and on any number of threads.</summary>
public sealed class GoldenRunTests : IDisposable
{
    private const string Golden = "55f3979f3660c67520be192b69c37646";

    private readonly RunOnDisk _disk = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_event_log_is_the_same_on_any_number_of_threads(int threads) =>
        Assert.Equal(Golden, _disk.Execute(seed: 1, threads).Summary.EventLogHash);

    [Fact]
    public void Another_seed_is_another_run() =>
        Assert.NotEqual(Golden, _disk.Execute(seed: 2, threads: 2).Summary.EventLogHash);

    [Fact]
    public void The_folder_holds_what_was_reported()
    {
        RunReport report = _disk.Execute(seed: 1, threads: 2);
        RunSummary read = RunFolder.ReadSummary(report.Folder);
        Assert.Equal(report.Summary.Totals, read.Totals);
        Assert.Equal(Golden, read.EventLogHash);
        string[] names = [.. Directory.GetFiles(report.Folder).Select(path => Path.GetFileName(path)).Order()];
        Assert.Equal(
            [
                "comparison.json",
                "flows_by_minute.csv",
                "flows_by_minute.parquet",
                "forced_accounts.csv",
                "forced_accounts.parquet",
                "manifest.json",
                "summary.json",
            ],
            names
        );
    }

    [Fact]
    public void The_table_by_minute_adds_up_to_the_summary()
    {
        RunReport report = _disk.Execute(seed: 1, threads: 2);
        string[] forcedKinds = ["ordered", "taken-over", "deleveraged-away"];
        decimal forced = File.ReadLines(Path.Combine(report.Folder, "flows_by_minute.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Where(fields => forcedKinds.Contains(fields[4], StringComparer.Ordinal))
            .Sum(fields => decimal.Parse(fields[5], CultureInfo.InvariantCulture));
        Assert.Equal(report.Summary.Totals.Forced, forced);
        Assert.Equal(forced, report.Summary.Venues.SelectMany(venue => venue.Flows).Sum(flow => flow.Forced));
    }

    [Fact]
    public void The_largest_accounts_are_those_of_the_summary_s_sums_the_largest_first()
    {
        RunReport report = _disk.Execute(seed: 1, threads: 2);
        IReadOnlyList<ForcedAccount> accounts = ForcedAccount.Read(report.Folder);
        foreach (VenueSummary venue in report.Summary.Venues)
        {
            ForcedAccount[] losers = [.. accounts.Where(row => row.Venue == venue.Name && row.Forced > 0).Take(100)];
            decimal forced = losers.Sum(row => row.Forced * row.StandsFor);
            Assert.True(losers.Length > 10 && forced > 0);
            Assert.Equal(losers.OrderByDescending(row => row.Forced), losers);
            Assert.True(forced <= venue.Flows.Sum(flow => flow.Forced));
            Assert.All(losers, row => Assert.NotNull(row.LiquidatedAt));

            decimal deleveraged = accounts
                .Where(row => row.Venue == venue.Name)
                .Sum(row => row.Deleveraged * row.StandsFor);
            Assert.Equal(deleveraged > 0, venue.Flows.Sum(flow => flow.Deleveraged) > 0);
        }
    }

    [Fact]
    public void Each_fund_s_books_tie()
    {
        foreach (VenueSummary venue in _disk.Execute(seed: 1, threads: 2).Summary.Venues)
        {
            FundSummary fund = venue.Fund;
            decimal equity =
                fund.Capital
                + fund.Received
                - fund.Paid
                + fund.Realised
                + fund.Funding
                - fund.Fees
                + fund.Unrealised
                + fund.WrittenOff;
            Assert.Equal(fund.Equity, equity);
        }
    }

    [Fact]
    public void Figures_are_compared_only_where_coin_venue_and_window_are_the_same()
    {
        IReadOnlyList<ComparedFigure> comparison = _disk.Execute(seed: 1, threads: 2).Comparison;
        ComparedFigure deleveraged = Assert.Single(
            comparison,
            figure => figure.Observed is { Name: "adl_notional", Coin: "BTC" }
        );
        Assert.NotNull(deleveraged.Modelled);
        AssertNotComparable(comparison, "liquidated", "BTC", "counts venues that the run does not have");
        AssertNotComparable(comparison, "long_share", "all", "counts coins that the run does not have");
        AssertNotComparable(comparison, "fall", "BTC", "given by the tape");
        Assert.All(comparison, figure => Assert.NotEqual(figure.Modelled is null, figure.NotComparable is null));
    }

    public void Dispose() => _disk.Dispose();

    private static void AssertNotComparable(IReadOnlyList<ComparedFigure> figures, string name, string coin, string why)
    {
        ComparedFigure figure = figures.First(figure => figure.Observed.Name == name && figure.Observed.Coin == coin);
        Assert.Equal(why, figure.NotComparable);
    }
}
