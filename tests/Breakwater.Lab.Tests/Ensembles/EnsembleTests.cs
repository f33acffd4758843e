using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

public sealed class EnsembleTests : IDisposable
{
    private readonly EnsembleOnDisk _disk = new();

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void The_folder_is_the_same_on_any_number_of_threads(int threads)
    {
        _disk.Execute("1..12", threads: 1, "one");
        _disk.Execute("1..12", threads, "many");
        foreach (string name in (string[])["manifest.json", "ensemble.json", "seeds.csv"])
        {
            Assert.Equal(Read("one", name), Read("many", name));
        }
    }

    [Fact]
    public void A_member_is_the_run_of_its_seed()
    {
        string[] rows = File.ReadAllLines(Path.Combine(_disk.Execute("3..5", threads: 2).Folder, "seeds.csv"));
        var alone = new RunRequest(
            EnsembleOnDisk.Content,
            "small",
            new Seed(4),
            null,
            Path.Combine(_disk.Parent, "alone"),
            1
        );
        using var quiet = new RunOnDisk();
        RunReport run = ScenarioRun.Execute(alone, quiet, TestContext.Current.CancellationToken);
        Assert.Contains(
            FormattableString.Invariant($"4,forced,usd,all,all,{(double)run.Summary.Totals.Forced:R}"),
            rows
        );
        Assert.Equal(3 * RunFigures.Of(run.Summary).Count, rows.Length - 1);
    }

    [Fact]
    public void Distributions_are_those_of_the_table()
    {
        EnsembleReport report = _disk.Execute("1..21", threads: 2);
        double[] forced =
        [
            .. File.ReadLines(Path.Combine(report.Folder, "seeds.csv"))
                .Select(line => line.Split(','))
                .Where(row => row is [_, "forced", _, "all", "all", _])
                .Select(row => double.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture))
                .Order(),
        ];
        Distribution distribution = report.Summary.Distributions[0];
        // Of 21 values the 5 % quantile is the second, the median the eleventh.
        Assert.Equal(
            (21, forced[0], forced[1], forced[10], forced[19], forced[20]),
            (
                distribution.Seeds,
                distribution.Lowest,
                distribution.P5,
                distribution.P50,
                distribution.P95,
                distribution.Highest
            )
        );
        Assert.True(forced[20] > forced[0], "seeds differ");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void The_lowest_seed_that_fails_is_told_on_any_number_of_threads(int threads)
    {
        Scenario small = ScenarioReader.Read(EnsembleOnDisk.Content, "small");
        int Fail(WorldParameters parameters, World world) =>
            parameters.Seed.Value is 3 or 5 or 6 ? throw new CrowdException($"seed {parameters.Seed.Value}") : 0;
        CrowdException failure = Assert.Throws<CrowdException>(() =>
            EnsembleRunner.Run(
                small.World,
                SeedList.Parse("1..9").Seeds,
                threads,
                Fail,
                _disk,
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal("seed 3", failure.Message);
    }

    [Fact]
    public void Progress_counts_up_to_all_of_it()
    {
        var told = new List<(int Finished, double Share)>();
        Scenario small = ScenarioReader.Read(EnsembleOnDisk.Content, "small");
        EnsembleRunner.Run(
            small.World,
            SeedList.Parse("1..6").Seeds,
            3,
            (_, _) => 0,
            new Listener((finished, _, share) => told.Add((finished, share))),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(told.OrderBy(pair => pair.Share), told);
        Assert.Equal(6, told[^1].Finished);
        Assert.Equal(1, told[^1].Share, tolerance: 1e-9);
    }

    public void Dispose() => _disk.Dispose();

    private string Read(string folder, string name) => File.ReadAllText(Path.Combine(_disk.Parent, folder, name));

    private sealed class Listener(Action<int, int, double> hear) : IEnsembleProgress
    {
        public void Reached(int finished, int seeds, double share) => hear(finished, seeds, share);
    }
}
