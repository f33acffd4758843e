using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Observed 1 to 2, error 0.5, cap 1: 0.5 to 2.5, half of the width is 1.</summary>
public sealed class FittingObjectiveTests
{
    private static readonly Observable s_one = HandMade.Observable(ObservableMeasure.Fall);
    private static readonly Observable s_held = s_one with { Id = "H1", Use = ObservableUse.HeldOut };

    [Fact]
    public void Inside_with_every_seed_is_nothing_and_held_out_rows_are_not_looked_at() =>
        Assert.Equal(
            0,
            FittingObjective.Of(
                [s_one, s_held],
                [
                    [Measured.As(1), Measured.As(1e9)],
                ]
            )
        );

    [Fact]
    public void A_miss_counts_over_half_the_width() =>
        Assert.Equal(
            Math.Log(1 + 3),
            FittingObjective.Of(
                [s_one],
                [
                    [Measured.As(5.5)],
                ]
            ),
            1e-12
        );

    [Fact]
    public void A_band_counts_by_its_excess_over_the_cap() =>
        // 5 % and 95 % of 0.5 and 2.5 are 0.6 and 2.4.
        Assert.Equal(
            Math.Log(1 + 0.8),
            FittingObjective.Of(
                [s_one],
                [
                    [Measured.As(0.5)],
                    [Measured.As(2.5)],
                ]
            ),
            1e-12
        );

    [Fact]
    public void Not_shown_is_worse_than_any_near_miss_and_finite() =>
        Assert.Equal(
            Math.Log(21),
            FittingObjective.Of(
                [s_one],
                [
                    [Measured.NotShown("no")],
                ]
            ),
            1e-12
        );

    [Fact]
    public void A_row_of_two_parts_weighs_as_much_as_a_row_of_one() =>
        Assert.Equal(
            (Math.Log(1 + 3) / 2 + 0) / 2,
            FittingObjective.Of(
                [s_one with { Id = "F1.A" }, s_one with { Id = "F1.B" }, s_one with { Id = "F2" }],
                [
                    [Measured.As(5.5), Measured.As(1), Measured.As(1)],
                ]
            ),
            1e-12
        );
}
