using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Paired differences: the same luck on every side.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly CompareOnDisk _disk = new();

    [Fact]
    public void A_scenario_against_itself_differs_by_exactly_nothing()
    {
        CompareReport report = _disk.Execute("same", "1..6", 2, "small", "small");

        Assert.Equal(["small", "small (2)"], report.Sides.Select(side => side.Label));
        Assert.Equal(report.Sides[0].EventLogHash, report.Sides[1].EventLogHash);
        PairedComparison pair = Assert.Single(report.Against);
        Assert.NotEmpty(pair.Figures);
        Assert.All(
            pair.Figures,
            figure =>
            {
                Assert.Equal((0, figure.Difference.Seeds), (figure.Lower, figure.Equal));
                Assert.Equal((0.0, new Interval(0, 0)), (figure.Difference.Mean, figure.Difference.Student));
                Assert.Equal(new Interval(0, 0), figure.Difference.Bootstrap);
            }
        );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void It_is_the_same_on_any_number_of_threads(int threads)
    {
        CompareReport one = _disk.Execute("one", "1..7", 1, "small", "small+richer");
        CompareReport many = _disk.Execute("many", "1..7", threads, "small", "small+richer");

        Assert.Equal(Read(one, PairTable.Name), Read(many, PairTable.Name));
        Assert.Equal(
            Read(one, CompareRun.ReportName),
            Read(many, CompareRun.ReportName).Replace(many.Folder, one.Folder, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_other_way_round_it_has_the_other_sign()
    {
        CompareReport there = _disk.Execute("there", "1..5", 2, "small", "small+richer");
        CompareReport back = _disk.Execute("back", "1..5", 2, "small+richer", "small");
        foreach ((PairedFigure one, PairedFigure other) in there.Against[0].Figures.Zip(back.Against[0].Figures))
        {
            Assert.Equal((one.Name, one.Venue, one.Coin), (other.Name, other.Venue, other.Coin));
            Assert.Equal(one.Difference.Mean, -other.Difference.Mean);
            Assert.Equal(one.Lower, other.Difference.Seeds - other.Equal - other.Lower);
            Assert.Equal((one.FirstMedian, one.OtherMedian), (other.OtherMedian, other.FirstMedian));
        }
    }

    [Fact]
    public void A_change_that_is_known_is_found_to_the_unit()
    {
        // A higher price of the same sale: what funds hold at the start triples, and nothing else in this quiet hour.
        CompareReport report = _disk.Execute("known", "1..5", 2, "small", "richer");
        PairedFigure forced = report.Against[0].Figures.Single(figure => figure is { Name: "forced", Venue: "all" });

        Assert.Equal("small+richer", report.Sides[1].Label);
        Assert.Equal((0.0, 5), (forced.Difference.Mean, forced.Equal));
        Assert.Equal("policies/richer.yaml", Assert.Single(report.Sides[1].Changes).Source);
    }

    [Fact]
    public void Differences_are_those_of_the_members_seed_by_seed()
    {
        CompareReport report = _disk.Execute("pairs", "2,5..8", 2, "small", "small+calmer");
        IReadOnlyList<Figure>[] first = [.. Members(report, 0)];
        IReadOnlyList<Figure>[] other = [.. Members(report, 1)];
        PairedFigure liquidated = report
            .Against[0]
            .Figures.Single(figure => figure is { Name: "accounts_liquidated", Venue: "all" });

        double[] differences = [.. first.Zip(other).Select(pair => ValueIn(pair.Second) - ValueIn(pair.First))];
        Assert.Equal(differences.Average(), liquidated.Difference.Mean, tolerance: 1e-12);
        Assert.Equal(differences.Count(difference => difference < 0), liquidated.Lower);
        Assert.True(liquidated.Lower > 0, "the sides do not differ, so that nothing was tested");

        static double ValueIn(IReadOnlyList<Figure> run) =>
            run.Single(figure => figure is { Name: "accounts_liquidated", Venue: "all" }).Value!.Value;
    }

    [Fact]
    public void Folders_are_compared_as_the_scenarios_that_wrote_them()
    {
        CompareReport run = _disk.Execute("run", "1..4", 2, "small", "small+richer");
        CompareReport read = _disk.Execute("read", seeds: null, 2, run.Sides[0].Folder, run.Sides[1].Folder);
        CompareReport mixed = _disk.Execute("mixed", seeds: null, 2, run.Sides[0].Folder, "small+richer");

        Assert.Equal("1..4", read.Seeds);
        Assert.Equal(run.Against[0].Figures, read.Against[0].Figures);
        Assert.Equal(run.Against[0].Figures, mixed.Against[0].Figures);
    }

    [Fact]
    public void A_single_run_is_a_side_with_one_seed()
    {
        using var quiet = new RunOnDisk();
        string folder = _disk.PathOf("single");
        ScenarioRun.Execute(
            new RunRequest(EnsembleOnDisk.Content, "small", new Domain.Seed(4), null, folder, 1),
            quiet,
            TestContext.Current.CancellationToken
        );
        CompareReport report = _disk.Execute("one-seed", seeds: null, 1, folder, "small");

        Assert.Equal("4", report.Seeds);
        Assert.All(report.Against[0].Figures, figure => Assert.Equal(0, figure.Difference.Mean));
        Assert.All(report.Against[0].Figures, figure => Assert.Null(figure.Difference.Student));
    }

    [Fact]
    public void Other_seeds_are_refused_and_nothing_is_written()
    {
        string folder = _disk.Execute("run", "1..4", 2, "small", "small+richer").Sides[0].Folder;
        InputException refused = Assert.Throws<InputException>(() =>
            _disk.Execute("unpaired", "1..5", 2, folder, "small")
        );

        Assert.Equal(
            $"not paired: {folder} holds seeds 1..4, the other side would run 1..5; say --seeds 1..4",
            refused.Message
        );
        Assert.False(Directory.Exists(_disk.PathOf("unpaired")));
    }

    [Theory]
    [InlineData("\"end\": \"2025-01-01T12:03:00Z\"", "\"end\": \"2025-01-01T12:02:00Z\"", "the window")]
    [InlineData("\"prices\": \"tape\"", "\"prices\": \"market\"", "prices from the")]
    [InlineData("\"version\": \"", "\"version\": \"9", "engine")]
    public void What_did_not_meet_the_same_luck_is_refused(string from, string to, string what)
    {
        CompareReport run = _disk.Execute("run", "1..3", 2, "small", "small+richer");
        foreach (string name in (string[])["manifest.json", EnsembleRun.SummaryName])
        {
            string path = Path.Combine(run.Sides[1].Folder, name);
            File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
        }

        InputException refused = Assert.Throws<InputException>(() =>
            _disk.Execute("unpaired", seeds: null, 2, run.Sides[0].Folder, run.Sides[1].Folder)
        );
        Assert.StartsWith($"not paired: {run.Sides[0].Folder} has {what} ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "richer small",
        "\"richer\" is a policy, and the first side is no scenario that it could be laid over; write SCENARIO+richer"
    )]
    [InlineData("small smaller", "there is no scenario \"smaller\", did you mean \"small\"?")]
    [InlineData("small small+richest", "there is no policy \"richest\", did you mean \"richer\"?")]
    [InlineData("small", "name at least two sides to compare")]
    public void A_side_that_is_nothing_is_named(string sides, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<InputException>(() => _disk.Execute("x", "1..3", 1, sides.Split(' '))).Message
        );

    [Fact]
    public void A_broken_table_is_refused()
    {
        CompareReport run = _disk.Execute("run", "1..3", 2, "small", "small+richer");
        string path = Path.Combine(run.Sides[1].Folder, SeedTable.Name);
        File.WriteAllLines(path, File.ReadAllLines(path).Where(row => !row.StartsWith("2,", StringComparison.Ordinal)));

        Assert.Equal(
            $"{path}: is not the table of the seeds 1..3",
            Assert
                .Throws<InputException>(() =>
                    _disk.Execute("broken", seeds: null, 1, run.Sides[0].Folder, run.Sides[1].Folder)
                )
                .Message
        );
    }

    [Fact]
    public void An_interrupted_comparison_leaves_folders_that_say_how_far_they_came()
    {
        using var disk = new CompareOnDisk { CancelAfter = 6 };
        Assert.Throws<RunInterruptedException>(() => disk.Execute("cut", "1..4", 1, "small", "small+richer"));

        RunEntry entry = Assert.Single(RunFolder.In(disk.Parent));
        Assert.Equal((RunState.Incomplete, "1 of 2 sides"), (entry.State, entry.Reached));
        Assert.Equal("small against small+richer", entry.Scenario);
        Assert.Equal(
            [(RunState.Complete, null), (RunState.Incomplete, "2 of 4 seeds")],
            RunFolder.In(disk.PathOf("cut")).Select(side => ((RunState, string?))(side.State!.Value, side.Reached))
        );
    }

    public void Dispose() => _disk.Dispose();

    private static string Read(CompareReport report, string name) =>
        File.ReadAllText(Path.Combine(report.Folder, name));

    private static IReadOnlyList<IReadOnlyList<Figure>> Members(CompareReport report, int side) =>
        SeedTable.Read(report.Sides[side].Folder, SeedList.Parse(report.Seeds));
}
