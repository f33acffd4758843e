using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

public class OpenInterestSplitTests
{
    [Fact]
    public void Shares_add_up_to_the_last_lot_and_respect_minima()
    {
        var draws = new DrawStream(new Seed(3), 0, new DrawPurpose(1), 0);
        for (int round = 0; round < 500; round++)
        {
            int accounts = 1 + (int)draws.NextBelow(200);
            double[] sizes = [.. Enumerable.Range(0, accounts).Select(_ => draws.NextLogNormal(8, 2.6))];
            int[] minima = [.. Enumerable.Range(0, accounts).Select(_ => 1 + (int)draws.NextBelow(3))];
            long lots = minima.Sum() + (long)draws.NextBelow(1_000_000);
            var shares = new long[accounts];
            OpenInterestSplit.Apply(lots, sizes, minima, shares);
            Assert.Equal(lots, shares.Sum());
            Assert.All(shares.Zip(minima), pair => Assert.True(pair.First >= pair.Second));
        }
    }

    [Fact]
    public void Shares_follow_sizes()
    {
        var shares = new long[3];
        OpenInterestSplit.Apply(1_000, [1, 2, 7], [1, 1, 1], shares);
        Assert.Equal([100, 200, 700], shares);
    }
}
