using Breakwater.Domain;

namespace Breakwater.Exchange.Tests;

/// <summary>What dies out depends on the time that has passed, and on nothing that was asked before.</summary>
public sealed class DecayTests
{
    private static readonly Duration s_constant = Duration.FromSeconds(47);

    [Fact]
    public void Nothing_is_lost_at_once() => Assert.Equal(1, new Decay(s_constant).After(default));

    [Fact]
    public void Each_answer_is_that_of_its_own_time()
    {
        var decay = new Decay(s_constant);
        foreach (long seconds in (long[])[1, 1, 47, 0, 1, 3_600, 47])
        {
            Assert.Equal(
                PortableMath.Exp(-seconds / 47.0),
                decay.After(Duration.FromSeconds(seconds)),
                tolerance: 1e-15
            );
        }
    }
}
