using Breakwater.Domain;
using Breakwater.Lab.Map;

namespace Breakwater.Lab.Tests.Map;

/// <summary>The map over runs, and how venues' prices come together in them.</summary>
public sealed class LandingRatioTests
{
    [Fact]
    public void Ratios_are_told_by_shock_and_book_and_of_all()
    {
        LandingCheck[] checks =
        [
            Check("BTC", shock: 2, run: 4, calm: 2, gone: 8),
            Check("ETH", shock: 2, run: 4, calm: 8, gone: 16),
            Check("SOL", shock: 2, run: 0, calm: 8, gone: 16),
            Check("BTC", shock: 4, run: 10, calm: 9.5, gone: 20),
        ];
        Assert.Equal(0.5, checks[0].CalmOverRun);
        Assert.Equal(2, checks[0].WithdrawnOverRun);
        Assert.Null(checks[2].CalmOverRun);
        Assert.Equal(
            [
                new LandingRatio(2, BookState.Calm, Landings: 2, NoDeeper: 1, 1.25, 0.5, 2),
                new LandingRatio(2, BookState.Withdrawn, Landings: 2, NoDeeper: 2, 3, 2, 4),
                new LandingRatio(4, BookState.Calm, Landings: 1, NoDeeper: 1, 0.95, 0.95, 0.95),
                new LandingRatio(4, BookState.Withdrawn, Landings: 1, NoDeeper: 1, 2, 2, 2),
                new LandingRatio(null, BookState.Calm, Landings: 3, NoDeeper: 2, 0.95, 0.5, 2),
                new LandingRatio(null, BookState.Withdrawn, Landings: 3, NoDeeper: 3, 2, 2, 4),
            ],
            LandingRatio.Of(checks)
        );
    }

    [Fact]
    public void Nothing_is_told_of_no_runs() => Assert.Empty(LandingRatio.Of([]));

    [Fact]
    public void A_gap_that_halves_each_step_is_half_closed_after_one()
    {
        double[] means = [.. Enumerable.Repeat(Math.Log(100), 20)];
        double[] middles = [.. Enumerable.Range(0, 20).Select(i => 100 * Math.Exp(-0.02 * Math.Pow(0.5, i)))];
        var tally = new GapTally([1, 2]);
        tally.Add(middles, means, first: 1, last: 19);
        IReadOnlyList<GapClosing> closings = tally.Closings(Duration.FromSeconds(2));
        Assert.Equal([2.0, 4.0], closings.Select(closing => closing.Seconds));
        Assert.Equal(0.5, closings[0].Closed, 1e-6);
        Assert.Equal(0.75, closings[1].Closed, 1e-6);
        Assert.All(closings, closing => Assert.Equal(1, closing.Widest, 1e-6));
    }

    [Fact]
    public void Where_venues_never_part_nothing_is_said_of_gaps()
    {
        var tally = new GapTally([1]);
        tally.Add([1, 1, 1], [0, 0, 0], first: 0, last: 2);
        Assert.Empty(tally.Closings(Duration.FromSeconds(1)));
    }

    private static LandingCheck Check(string coin, double shock, double run, double calm, double gone) =>
        new(coin, shock, WithoutLiquidations: shock, run, calm, gone, FromRun: gone);
}
