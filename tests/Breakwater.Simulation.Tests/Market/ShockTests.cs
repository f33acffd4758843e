using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

/// <summary>How far news has sunk in.</summary>
public sealed class ShockTests
{
    private const double Size = 0.05;

    private static readonly Duration s_sinksIn = Duration.FromMinutes(40);

    [Theory]
    [InlineData(NewsCourse.Even)]
    [InlineData(NewsCourse.WordOfMouth)]
    public void Nothing_is_known_before_and_the_share_at_once_when_it_is_out(NewsCourse course)
    {
        Assert.Equal(0, Of(course).At(TestWorld.Start - Duration.FromSeconds(1)));
        Assert.Equal(0.02, KnownAfter(course, minutes: 0), 12);
    }

    [Fact]
    public void Evenly_as_much_sinks_in_every_minute_and_then_no_more()
    {
        Assert.Equal(0.02 + 0.98 / 4, KnownAfter(NewsCourse.Even, minutes: 10), 12);
        Assert.Equal(1, KnownAfter(NewsCourse.Even, minutes: 40), 12);
        Assert.Equal(1, KnownAfter(NewsCourse.Even, minutes: 60), 12);
    }

    // ds/dt = rate s (1 - s) from one in a thousand, step by step.
    [Fact]
    public void By_word_of_mouth_it_grows_with_those_who_know_and_those_who_do_not()
    {
        const double Step = 1e-4;
        double rate = 2 * Math.Log(999) / 40;
        double know = 0.001;
        for (int step = 1; step <= 40 / Step; step++)
        {
            double ahead = know + Step / 2 * rate * know * (1 - know);
            know += Step * rate * ahead * (1 - ahead);
            if (step % (5 / Step) == 0)
            {
                double rest = (know - 0.001) / 0.998;
                Assert.Equal(0.02 + 0.98 * rest, KnownAfter(NewsCourse.WordOfMouth, (int)(step * Step + 0.5)), 5);
            }
        }
    }

    [Fact]
    public void By_word_of_mouth_half_of_the_rest_is_known_at_half_time_and_all_at_its_end()
    {
        Assert.Equal(0.02 + 0.98 / 2, KnownAfter(NewsCourse.WordOfMouth, minutes: 20), 12);
        Assert.Equal(1, KnownAfter(NewsCourse.WordOfMouth, minutes: 40), 12);
        Assert.Equal(1, KnownAfter(NewsCourse.WordOfMouth, minutes: 60), 12);
    }

    private static double KnownAfter(NewsCourse course, int minutes) =>
        Of(course).At(TestWorld.Start + Duration.FromMinutes(minutes)) / PortableMath.Log(1 - Size);

    private static ShockParameters Of(NewsCourse course) => new(TestWorld.Start, Size, 0.02, s_sinksIn, course);
}
