using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

public class ListingChoiceTests
{
    [Theory]
    [InlineData(1e-9, 0)]
    [InlineData(0.099, 0)]
    [InlineData(0.101, 1)]
    [InlineData(0.299, 1)]
    [InlineData(0.301, 2)]
    [InlineData(1 - 1e-9, 2)]
    public void Listings_are_picked_in_proportion_to_their_values(double uniform, int picked) =>
        Assert.Equal(picked, Of(1, 2, 7).Pick(uniform));

    [Theory]
    [InlineData(0, 0.21, 1)]
    [InlineData(0, 0.23, 2)]
    [InlineData(1, 0.124, 0)]
    [InlineData(1, 0.126, 2)]
    [InlineData(2, 0.332, 0)]
    [InlineData(2, 0.334, 1)]
    [InlineData(2, 1 - 1e-9, 1)]
    public void The_others_share_what_one_leaves(int except, double uniform, int picked) =>
        Assert.Equal(picked, Of(1, 2, 7).PickOther(uniform, except));

    [Fact]
    public void Where_nothing_is_worth_anything_the_last_is_picked()
    {
        Assert.Equal(2, Of(0, 0, 0).Pick(0.5));
        Assert.Equal(1, Of(0, 0, 0).PickOther(0.5, except: 2));
    }

    [Fact]
    public void Where_there_is_nothing_nothing_is_picked()
    {
        Assert.Equal(AccountShape.NoCoin, Of().Pick(0.5));
        Assert.Equal(AccountShape.NoCoin, Of(1).PickOther(0.5, except: 0));
    }

    private static ListingChoice Of(params double[] values) =>
        new([.. values.Select((value, coin) => new ListingParameters(coin, Quantity.FromLots(1), value, [1]))]);
}
