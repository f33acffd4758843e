using System.Globalization;
using System.Text.RegularExpressions;
using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Fits a few minutes of the shipped market with a handful of accounts to what it did itself at another value.</summary>
public sealed partial class CalibrationRunTests : IDisposable
{
    private const double TrueSize = 8;
    private const string Fitted = """

        fitted:
          market.shock.size: { low: 2 %, high: 14 %, scale: linear, part: shock }
          market.shock.shareAtOnce: { low: 5 %, high: 50 %, scale: linear, part: shock }
        """;

    private static readonly ContentFolders s_shipped = new(AppContext.BaseDirectory);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("breakwater-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Finds_the_value_behind_what_happened_and_the_scenario_takes_it()
    {
        Prepare(Fitted);
        CalibrationReport report = Execute(budget: 200, threads: 2);

        Assert.True(report.Objective < 0.05, report.Objective.ToString(CultureInfo.InvariantCulture));
        Assert.True(report.ObjectiveBefore > report.Objective);
        Assert.Equal([true], report.Rows.Select(row => row.Model.Inside ?? false));
        Assert.All(report.Parameters, fitted => Assert.NotEmpty(fitted.Envelope));
        Assert.Equal(7, report.Parameters[0].Section.Count);

        File.AppendAllText(ScenarioFile, $"\ncalibration: {{ file: {Path.GetFileName(report.File)}, take: all }}\n");
        Scenario taken = ScenarioReader.Read(new ContentFolders(_folder.FullName, AppContext.BaseDirectory), "cheap");
        Assert.Equal(report.Parameters[0].Value, taken.Fitted[0].Stands.ToString());
        Assert.Contains(taken.StatedValues, value => value is { Path: "market.shock.size", Basis: Basis.Fitted });
    }

    [Fact]
    public void Writes_the_same_on_any_number_of_threads()
    {
        Prepare(Fitted);
        Execute(budget: 120, threads: 1, "one.yaml");
        Execute(budget: 120, threads: 2, "two.yaml");

        Assert.Equal(File.ReadAllText(PathOf("one.yaml")), File.ReadAllText(PathOf("two.yaml")));
    }

    [Fact]
    public void A_budget_that_ends_before_it_converges_writes_nothing()
    {
        Prepare(Fitted);
        File.WriteAllText(PathOf("rows.yaml"), RowOf(-0.95, -0.94));
        Assert.StartsWith(
            "did not converge in 19 evaluations: ",
            Refusal(() => Execute(budget: 20, threads: 2)),
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(PathOf("found.yaml")));
    }

    [Fact]
    public void A_scenario_that_changes_during_the_search_ends_it_and_writes_nothing()
    {
        Prepare(Fitted);
        var edit = new Meanwhile(() => File.AppendAllText(ScenarioFile, "# another thought\n"));

        Assert.Equal(
            "scenarios/cheap.yaml: has changed during the search; nothing was written",
            Refusal(() => Execute(budget: 100, threads: 1, progress: edit))
        );
        Assert.False(File.Exists(PathOf("found.yaml")));
    }

    [Fact]
    public void A_budget_that_cannot_be_enough_is_refused()
    {
        Prepare(Fitted);
        Assert.Equal("--budget: 10 must be at least 19 for 2 values", Refusal(() => Execute(budget: 10, threads: 1)));
    }

    [Fact]
    public void The_file_says_which_crowds_the_path_seeds_met()
    {
        Prepare(Fitted);
        CalibrationReport own = Execute(budget: 200, threads: 2, "own.yaml");
        CalibrationReport two = Execute(budget: 200, threads: 2, "two.yaml", crowds: "1..2");

        Assert.Equal(("1", "1..2"), (own.Crowds, two.Crowds));
        Assert.Contains("crowds: \"1..2\"\n", File.ReadAllText(PathOf("two.yaml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0..1", "--crowds: 0 must be from 1 to 999999999, as market.crowdSeed")]
    [InlineData("1,3000000000", "--crowds: 3000000000 must be from 1 to 999999999, as market.crowdSeed")]
    public void A_crowd_that_a_scenario_cannot_name_is_refused(string crowds, string message)
    {
        Prepare(Fitted);
        Assert.Equal(message, Refusal(() => Execute(budget: 100, threads: 1, crowds: crowds)));
    }

    [Fact]
    public void More_crowds_than_path_seeds_are_refused()
    {
        Prepare(Fitted);
        Assert.Equal(
            "--crowds: 3 crowds need as many path seeds, not 2",
            Refusal(() => Execute(budget: 100, threads: 1, crowds: "1..3"))
        );
    }

    [Fact]
    public void A_scenario_without_values_to_fit_is_refused()
    {
        Prepare("");
        Assert.EndsWith(
            "nothing to fit: the key \"fitted\" is missing",
            Refusal(() => Execute(budget: 100, threads: 1)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_there_is_left_alone()
    {
        Prepare(Fitted);
        File.WriteAllText(PathOf("found.yaml"), "mine");
        Assert.EndsWith(
            "found.yaml: exists already; move it away first",
            Refusal(() => Execute(budget: 100, threads: 1)),
            StringComparison.Ordinal
        );
        Assert.Equal("mine", File.ReadAllText(PathOf("found.yaml")));
    }

    private string ScenarioFile => PathOf("scenarios/cheap.yaml");

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private static string Refusal(Action execute) => Assert.Throws<InputException>(execute).Message;

    private CalibrationReport Execute(
        int budget,
        int threads,
        string file = "found.yaml",
        ICalibrationProgress? progress = null,
        string? crowds = null
    ) =>
        CalibrationRun.Execute(
            new CalibrationRequest(
                new ContentFolders(_folder.FullName, AppContext.BaseDirectory),
                "cheap",
                new Seed(1),
                budget,
                SeedList.Parse("1..2"),
                crowds is null ? null : SeedList.Parse(crowds, "--crowds"),
                Thinning: 1,
                PathOf(file),
                new DateOnly(2025, 11, 1),
                threads
            ),
            progress ?? new Unheard(),
            CancellationToken.None
        );

    // Two minutes after the news, four thousand accounts a venue, one row: what the same market does at the true value.
    private void Prepare(string fitted)
    {
        Directory.CreateDirectory(PathOf("scenarios"));
        string shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenarios/oct-10-2025.yaml"));
        string market = TopLevel("(observables|baselines|fitted|calibration)").Replace(shipped, "");
        market = Counts().Replace(market, "${key}: { value: 4000,");
        market = Fundings().Replace(market, "");
        market = market.Replace("end: 2025-10-10T22:20:00Z", "end: 2025-10-10T20:52:00Z", StringComparison.Ordinal);
        File.WriteAllText(ScenarioFile, market + "\nobservables: rows.yaml\n" + fitted);
        File.WriteAllText(PathOf("rows.yaml"), RowOf(-0.5, 0.5));

        double fall = FallAt(TrueSize);
        File.WriteAllText(PathOf("rows.yaml"), RowOf(fall - 0.0005, fall + 0.0005));
    }

    private double FallAt(double size)
    {
        var value = new ScenarioValue("market.shock.size", FormattableString.Invariant($"{size} %"));
        Scenario scenario = ScenarioReader.Read(
            new ContentFolders(_folder.FullName, AppContext.BaseDirectory),
            "cheap",
            [value]
        );
        IReadOnlyList<IReadOnlyList<Measured>> runs = MeasuredSeeds.Of(
            scenario,
            scenario.Observables,
            [new Seed(1), new Seed(2)],
            1,
            SilentProgress.Instance,
            CancellationToken.None
        );
        return runs.Average(run => run[0].Value!.Value);
    }

    private static string RowOf(double low, double high) =>
        FormattableString.Invariant(
            $$"""
            title: One row
            observables:
              F1:
                name: BTC fall
                use: fitting
                measure: fall
                venue: binance-usdm
                coin: BTC
                window: { start: 2025-10-10T20:50:00Z, end: 2025-10-10T20:52:00Z }
                low: {{low:0.000000}}
                high: {{high:0.000000}}
                error: 0.001
                cap: 0.02
                unit: ratio
                observed: by the market itself
                modelled: the same
                basis: assumed
                source: a run
                date: 2025-10-10
            """
        );

    private static Regex TopLevel(string keys) =>
        new($"^{keys}:.*\\n(?:[ #].*\\n)*", RegexOptions.Multiline, TimeSpan.FromMinutes(1));

    [GeneratedRegex("(?<key>accounts|population): \\{ value: [0-9]+_[0-9_]+,", RegexOptions.None, 60_000)]
    private static partial Regex Counts();

    // They fall after the two minutes.
    [GeneratedRegex("    fundings:\\n(?:      - .*\\n)*", RegexOptions.None, 60_000)]
    private static partial Regex Fundings();

    private sealed class Unheard : ICalibrationProgress
    {
        public void Evaluated(int done, double lowest) { }
    }

    /// <summary>Does something after the third evaluation.</summary>
    private sealed class Meanwhile(Action act) : ICalibrationProgress
    {
        public void Evaluated(int done, double lowest)
        {
            if (done == 3)
            {
                act();
            }
        }
    }
}
