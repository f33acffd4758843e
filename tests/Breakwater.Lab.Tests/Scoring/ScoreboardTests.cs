using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

public sealed class ScoreboardTests
{
    private static readonly Observable s_one = HandMade.Observable(ObservableMeasure.Fall);

    [Fact]
    public void A_row_is_inside_where_all_its_parts_are_and_outside_where_one_is()
    {
        Scoreboard board = Board(
            [
                s_one with
                {
                    Id = "F1",
                },
                s_one with
                {
                    Id = "F2.BTC",
                },
                s_one with
                {
                    Id = "F2.ETH",
                },
                s_one with
                {
                    Id = "H1.BTC",
                    Use = ObservableUse.HeldOut,
                },
                s_one with
                {
                    Id = "H1.ETH",
                    Use = ObservableUse.HeldOut,
                },
            ],
            [Measured.As(1), Measured.As(1), Measured.As(9), Measured.As(1), Measured.NotShown("no")]
        );

        Assert.Equal(new ScoreboardCount(2, 1, 1), board.Fitting);
        Assert.Equal(new ScoreboardCount(1, 0, 0), board.HeldOut);
    }

    [Fact]
    public void Baselines_are_compared_where_both_show_something_over_the_half_width()
    {
        Observable[] observables = [s_one with { Id = "F1" }, s_one with { Id = "F2" }, s_one with { Id = "F3" }];
        Scoreboard board = Scoreboard.Of(
            observables,
            [
                [Measured.As(3.5), Measured.As(2), Measured.As(9)],
            ],
            [
                (
                    "tape",
                    [
                        [Measured.As(4.5), Measured.As(2), Measured.NotShown("given")],
                    ]
                ),
            ]
        );

        // Half of the width of 0.5 to 2.5 is 1: misses of 1 and 0 beside 2 and 0.
        Assert.Equal(new BaselineComparison("tape", 2, 1, 1, 0.5, 1), Assert.Single(board.Against));
    }

    private static Scoreboard Board(Observable[] observables, IReadOnlyList<Measured> run) =>
        Scoreboard.Of(observables, [run], []);
}
