using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

public class HoldersOfSideTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, -1)]
    public void Lots_are_split_by_size_and_weight_and_signed_as_the_side(bool isLong, int sign)
    {
        var holders = new HoldersOfSide(isLong);
        holders.Add(account: 0, isSecond: false, size: 1, weight: 1);
        holders.Add(account: 2, isSecond: true, size: 1, weight: 2);
        holders.Add(account: 3, isSecond: false, size: 7, weight: 1);
        var first = new Holding[4];
        var second = new Holding[4];
        holders.Split(1_000, first, second);
        Assert.Equal([Of(sign * 100), default, default, Of(sign * 700)], first);
        Assert.Equal([default, default, Of(sign * 200), default], second);
        Assert.Equal((3, 4), (holders.Count, holders.LeastLots));
    }

    private static Holding Of(long lots) => new(Quantity.FromLots(lots), Rank: 0);
}
