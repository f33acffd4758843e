using Breakwater.Exchange;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

public sealed class DeleveragingTests : IDisposable
{
    private const string WaveHeader =
        "wave,t_start,budget_needed,total_cap,"
        + "budget_fixed_point_ilp_integer,max_pct_fixed_point_ilp_integer,budget_pr,max_pct_pr,"
        + "budget_contract_pr,max_pct_contract_pr,budget_vector,max_pct_vector,budget_prod,max_pct_prod";

    private const string AccountHeader = "user,adl_notional,closed_pnl,account_value_realtime";

    // Needed 100 and 50. The venue took 80 and 130; its largest shares were whole.
    private const string TwoWaves = """
        1,2025-10-10 21:16:04+00:00,100,1000,101,0.2,100,0.1,90,0.2,95,0.3,80,1
        2,2025-10-10 21:17:04+00:00,50,1000,50,0.1,50,0.05,45,0.1,50,0.4,130,1
        """;

    // Leverage 10, 1 and 0.5; profits of 100 each. The fourth has no equity, the fifth no profit.
    private const string FiveAccounts = """
        a,1000,100,100
        b,1000,100,1000
        c,500,100,1000
        d,500,100,-1
        e,500,-100,1000
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("breakwater-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Measures_of_two_waves_worked_by_hand()
    {
        DeleveragingReport report = DeleveragingReport.Of([Waves(TwoWaves)]);

        PolicyScore venue = report.Published.Single(score => score.Policy.IsTheVenues);
        Assert.Equal(2, report.Waves);
        Assert.Equal(150, report.Needed);
        Assert.Equal(210, venue.Taken);
        Assert.Equal(60, venue.Overshoot, 1e-9);
        Assert.Equal(20 + 80, venue.Tracking, 1e-9);
        Assert.Equal(100 * 0.8 + 50 * 0.9, venue.Fairness, 1e-9);
        Assert.Equal(venue, report.Published[^1]);
        Assert.Equal(report.Published.OrderBy(score => score.Objective), report.Published);
        Assert.Empty(report.Replays);
    }

    [Fact]
    public void The_engines_policies_on_accounts_worked_by_hand()
    {
        DeleveragingReport report = DeleveragingReport.Of([Waves(TwoWaves), Write(AccountHeader, FiveAccounts)]);

        Assert.Equal(3, report.Accounts);
        PolicyReplay observed = report.Replays[0];
        PolicyReplay queue = report.Replays[1];
        PolicyReplay proRata = report.Replays[2];
        Assert.Equal(("observed", 210.0, 60.0), (observed.Severity, observed.Taken, observed.Overshoot));
        Assert.Equal(("needed", 150.0, 0.0), (queue.Severity, queue.Taken, queue.Overshoot));
        Assert.Equal((1.0, 2), (queue.LargestShare, queue.Touched));
        Assert.Equal(3, proRata.Touched);
        Assert.Equal(1 / 3.0, proRata.LargestShare, 0.001);
        Assert.Equal(0, proRata.Fairness, 0.05);
        // a whole, then half of b: 500 of position on 1,000 of equity, as much as c.
        Assert.Equal(0.5, queue.HighestLeverage, 0.001);
    }

    [Fact]
    public void Draining_leaves_the_lowest_leverage_and_least_is_owed()
    {
        DeleveragingReport report = DeleveragingReport.Of([
            Waves(TwoWaves.Split('\n')[0].Replace(",100,1000,", ",50,1000,")),
            Write(AccountHeader, FiveAccounts),
        ]);

        PolicyReplay draining = report.Replays.Single(replay => replay.Policy == ReductionPolicy.LeverageDraining);
        // a gives up half its profit: 500 of position on 100 of equity.
        Assert.Equal(5, draining.HighestLeverage, 0.01);
        Assert.Equal(1, draining.Touched);
        PolicyReplay proRata = report.Replays.Single(replay => replay.Policy == ReductionPolicy.ProRata);
        Assert.Equal(10 * 5 / 6.0, proRata.HighestLeverage, 0.01);
        Assert.Equal(1000 * 5 / 6.0 * 0.2 - 100, proRata.Shortfalls[2], 0.1);
        Assert.Equal(0, draining.Shortfalls[2], 0.1);
    }

    [Theory]
    [InlineData("1,2025-10-10,x", "14")]
    [InlineData("1,2025-10-10,x,1,1,1,1,1,1,1,1,1,1,1", "budget_needed: 'x' is no number")]
    [InlineData("1,2025-10-10,-3,1,1,1,1,1,1,1,1,1,1,1", "budget_needed: -3 is below 0")]
    [InlineData("1,noon,3,1,1,1,1,1,1,1,1,1,1,1", "t_start: 'noon' is no time")]
    public void A_wrong_line_is_named(string line, string expected)
    {
        string path = Waves(line);

        InputException wrong = Assert.Throws<InputException>(() => DeleveragingReport.Of([path]));

        Assert.StartsWith($"{path}:2: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(expected, wrong.Message);
    }

    [Fact]
    public void A_file_that_is_neither_table_is_refused()
    {
        string path = Write("a,b", "1,2");

        Assert.Contains("budget_needed", Assert.Throws<InputException>(() => DeleveragingReport.Of([path])).Message);
        Assert.Contains(
            "is not there",
            Assert.Throws<InputException>(() => DeleveragingReport.Of([path + "x"])).Message
        );
        Assert.Contains(
            "no waves",
            Assert.Throws<InputException>(() => DeleveragingReport.Of([Write(AccountHeader, FiveAccounts)])).Message
        );
    }

    [Fact]
    public void On_the_16_real_waves_the_printed_figures_and_orders_come_out()
    {
        ITheory theory = Theories.All.Single(one => one.Name == "auto-deleveraging");
        Assert.SkipWhen(theory.Obstacle is not null, theory.Obstacle ?? "");

        IReadOnlyList<VerifiedFigure> figures = theory.Verify(new(1), TestContext.Current.CancellationToken);

        Assert.True(figures.Count >= 16);
        Assert.All(figures, figure => Assert.True(figure.Pass, $"{figure.Quantity}: {figure.Published} {figure.Ours}"));
    }

    private string Waves(string lines) => Write(WaveHeader, lines);

    private string Write(string header, string lines)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, header + "\n" + lines + "\n");
        return path;
    }
}
