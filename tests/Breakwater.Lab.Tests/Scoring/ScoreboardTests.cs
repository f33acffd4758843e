using System.Globalization;
using Breakwater.Domain;
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

    [Theory]
    [InlineData("2025-10-10T20:50Z 2025-10-10T21:30Z", "2025-10-10")]
    [InlineData("2025-11-04T04:00Z 2025-11-05T00:00Z", "2025-11-04")]
    [InlineData("2025-10-10T20:50Z 2025-10-10T21:30Z 2025-10-10T20:00Z 2025-10-11T00:01Z", "2025-10-10 to 2025-10-11")]
    [InlineData("", "")]
    public void It_says_of_which_days_its_observables_are(string times, string days)
    {
        Timestamp[] ends =
        [
            .. times
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(time => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds())
                .Select(Timestamp.FromUnixMilliseconds),
        ];
        Observable[] observables =
        [
            .. ends.Chunk(2).Select(window => s_one with { WindowStart = window[0], WindowEnd = window[1] }),
        ];

        Assert.Equal(days, Board(observables, [.. observables.Select(_ => Measured.As(1))]).ObservedOn);
    }

    private static Scoreboard Board(Observable[] observables, IReadOnlyList<Measured> run) =>
        Scoreboard.Of(observables, [run], []);
}
