namespace Breakwater.Simulation.Tests;

/// <summary>Ranks by size, dealt out over the accounts' numbers.</summary>
public sealed class SizeOrderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(1_000)]
    [InlineData(75_000)]
    public void Every_account_has_one_rank(int accounts)
    {
        var order = new SizeOrder(accounts);
        int[] numbers = [.. Enumerable.Range(0, order.Count).Select(order.AccountAt).Order()];
        Assert.Equal(Enumerable.Range(0, accounts), numbers);
    }

    [Fact]
    public void Each_tenth_of_the_numbers_has_a_tenth_of_the_hundred_largest()
    {
        var order = new SizeOrder(10_000_000);
        int[] ofTenth =
        [
            .. Enumerable.Range(0, 100).CountBy(rank => order.AccountAt(rank) / 1_000_000).Select(p => p.Value),
        ];
        Assert.Equal(10, ofTenth.Length);
        Assert.All(ofTenth, count => Assert.InRange(count, 8, 12));
    }
}
