using Breakwater.Domain;

namespace Breakwater.Lab.Tests;

public sealed class MeanEstimateTests
{
    [Fact]
    public void Student_s_interval_is_that_of_the_tables()
    {
        // Standard deviation sqrt(2.5), t of 4 degrees of freedom at 97.5 %: 2.7764.
        MeanEstimate estimate = MeanEstimate.Of([1, 2, 3, 4, 5], new Resamples());

        Assert.Equal(3, estimate.Mean);
        Assert.Equal(3 - 2.7764 * Math.Sqrt(2.5 / 5), estimate.Student!.Low, tolerance: 1e-4);
        Assert.Equal(3 + 2.7764 * Math.Sqrt(2.5 / 5), estimate.Student.High, tolerance: 1e-4);
    }

    [Fact]
    public void Of_one_seed_there_is_no_interval() =>
        Assert.Equal(new MeanEstimate(1, 7, null, null), MeanEstimate.Of([7], new Resamples()));

    [Fact]
    public void Differences_that_are_all_zero_leave_no_doubt() =>
        Assert.Equal(
            new MeanEstimate(3, 0, new Interval(0, 0), new Interval(0, 0)),
            MeanEstimate.Of([0, 0, 0], new Resamples())
        );

    [Fact]
    public void Resampled_means_have_the_spread_that_theory_gives_them()
    {
        double[] values = [0, 0, 0, 0, 0, 0, 0, 1];
        double[] means = new Resamples().MeansOf(values);

        // Mean p, variance p (1 - p) / n: binomial. Four thousand samples know them to about 2 %.
        double mean = means.Average();
        Assert.Equal(0.125, mean, tolerance: 0.006);
        Assert.Equal(0.125 * 0.875 / 8, means.Average(each => (each - mean) * (each - mean)), tolerance: 0.0008);
    }

    [Fact]
    public void Resamples_do_not_depend_on_what_was_asked_before()
    {
        var used = new Resamples();
        used.MeansOf([1, 2, 3]);
        used.MeansOf([1, 2, 3, 4, 5, 6, 7]);

        Assert.Equal(new Resamples().MeansOf([2, 5, 9, 1]), used.MeansOf([2, 5, 9, 1]));
    }

    [Fact]
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        const int Trials = 600;
        int student = 0;
        int bootstrap = 0;
        var resamples = new Resamples();
        for (int trial = 0; trial < Trials; trial++)
        {
            var draws = new DrawStream(new Seed(7), (uint)trial, new DrawPurpose(9), bucket: 0);
            double[] values = new double[20];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = draws.NextNormal();
            }

            MeanEstimate estimate = MeanEstimate.Of(values, resamples);
            student += estimate.Student!.Contains(0) ? 1 : 0;
            bootstrap += estimate.Bootstrap!.Contains(0) ? 1 : 0;
        }

        // Of 600, 570 are expected, with a standard deviation of 5.3; the bootstrap's are known to be a little narrow.
        Assert.InRange(student, 552, 588);
        Assert.InRange(bootstrap, 534, 580);
        Assert.True(bootstrap <= student);
    }
}
