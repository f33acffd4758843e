using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Observed 1 to 2, error 0.5, cap 1: the median must lie in 0.5 to 2.5.</summary>
public sealed class ScoreTests
{
    private static readonly Observable s_observable = HandMade.Observable(ObservableMeasure.Fall);

    [Fact]
    public void Quantiles_are_linear_between_members()
    {
        Score score = Of([0, 1, 2, 3, 4]);
        Assert.Equal((5, 2.0), (score.Seeds, score.Median!.Value));
        Assert.Equal(0.2, score.Low!.Value, 1e-12);
        Assert.Equal(3.8, score.High!.Value, 1e-12);
    }

    [Theory]
    [InlineData(0.5, true, null)]
    [InlineData(2.5, true, null)]
    [InlineData(0.49, false, "median below the interval")]
    [InlineData(2.51, false, "median above the interval")]
    public void A_median_within_the_widened_interval_is_inside(double median, bool inside, string? reason)
    {
        Score score = Of([median]);
        Assert.Equal((inside, reason), (score.Inside, score.Reason));
    }

    [Fact]
    public void A_band_wider_than_its_cap_is_not_inside_wherever_the_median_lies()
    {
        Score score = Of([0, 1.5, 3]);
        Assert.Equal((false, "band 2.7 times as wide as its cap"), (score.Inside, score.Reason));
    }

    [Fact]
    public void Shown_by_half_of_the_seeds_is_not_shown_and_the_most_frequent_reason_is_given()
    {
        Score score = Score.Of(
            s_observable,
            [
                Measured.As(1),
                Measured.As(1),
                Measured.NotShown("rarely"),
                Measured.NotShown("often"),
                Measured.NotShown("often"),
            ]
        );
        Assert.Equal((2, null, null, "often"), (score.Seeds, score.Inside, score.Crps, score.Reason));
    }

    [Fact]
    public void Shown_by_more_than_half_it_is_scored_on_these()
    {
        Score score = Score.Of(s_observable, [Measured.As(1), Measured.As(3), Measured.NotShown("once")]);
        Assert.Equal((2, 2.0), (score.Seeds, score.Median!.Value));
    }

    private static Score Of(double[] values) => Score.Of(s_observable, [.. values.Select(Measured.As)]);
}
