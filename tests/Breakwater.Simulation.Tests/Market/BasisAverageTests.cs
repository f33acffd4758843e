using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>How far a price has been from its index of late.</summary>
public sealed class BasisAverageTests
{
    [Fact]
    public void A_plain_mean_counts_each_sample_of_its_window_alike_and_none_before()
    {
        double[] samples = [.. Enumerable.Range(0, 200).Select(sample => (double)(sample * sample % 17))];
        BasisAverage average = Of(window: 30, sampling: 1, isExponential: false);
        for (int sample = 0; sample < samples.Length; sample++)
        {
            average.Add(samples[sample]);
            Assert.Equal(samples[Math.Max(sample - 29, 0)..(sample + 1)].Average(), average.Value, 9);
        }
    }

    [Fact]
    public void A_window_of_five_minutes_sampled_every_five_seconds_holds_sixty()
    {
        BasisAverage average = Of(window: 300, sampling: 5, isExponential: false);
        average.Add(60);
        for (int sample = 1; sample < 60; sample++)
        {
            average.Add(0);
        }

        Assert.Equal(1, average.Value, 9);
        average.Add(0);
        Assert.Equal(0, average.Value, 9);
    }

    [Fact]
    public void An_exponential_average_comes_nearer_by_sampling_over_sampling_and_window()
    {
        BasisAverage average = Of(window: 150, sampling: 3, isExponential: true);
        average.Add(153);
        Assert.Equal(3, average.Value, 9);
        average.Add(3);
        Assert.Equal(3, average.Value, 9);
    }

    [Fact]
    public void Without_a_window_the_last_sample_stands()
    {
        var average = new BasisAverage(
            new MarkMethod(MarkForm.LastTrade, Duration.Zero, Duration.Zero, IsExponential: false, 0)
        );
        average.Add(4);
        average.Add(7);
        Assert.Equal(7, average.Value);
    }

    [Fact]
    public void What_was_is_forgotten_at_the_start_of_a_path()
    {
        BasisAverage average = Of(window: 30, sampling: 1, isExponential: false);
        average.Add(30);
        average.Reset();
        Assert.Equal(0, average.Value);
        average.Add(2);
        Assert.Equal(2, average.Value);
    }

    private static BasisAverage Of(int window, int sampling, bool isExponential) =>
        new(
            new MarkMethod(
                MarkForm.IndexWithBasis,
                Duration.FromSeconds(window),
                Duration.FromSeconds(sampling),
                isExponential,
                0
            )
        );
}
