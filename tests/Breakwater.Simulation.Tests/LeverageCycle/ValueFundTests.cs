namespace Breakwater.Simulation.Tests;

/// <summary>One fund with 2 of wealth, leverage up to 3 and 10 of leverage sought for each unit of mispricing.</summary>
public sealed class ValueFundTests
{
    private static readonly FundMarketParameters s_parameters = new(3, [10]);
    private readonly ValueFund _fund = new(s_parameters, 10);

    [Theory]
    [InlineData(1.1, 0)]
    [InlineData(1, 0)]
    [InlineData(0.9, 2)]
    [InlineData(0.75, 5)]
    [InlineData(0.7, 6)]
    [InlineData(0.5, 6)]
    public void It_wants_leverage_in_proportion_to_mispricing_up_to_the_limit(double price, double wanted) =>
        Assert.Equal(wanted, _fund.Wanted(price), 1e-9);

    [Fact]
    public void At_the_limit_a_fall_makes_it_sell()
    {
        _fund.Settle(0.7, 0.7);
        double after = 0.63;

        double held = 6 / 0.7 * after;
        double wealth = 6 / 0.7 * (after - 0.7) + 2;
        Assert.Equal(3 * wealth, _fund.Wanted(after), 0.01);
        Assert.True(_fund.Wanted(after) < held);
    }

    [Fact]
    public void Below_the_limit_a_fall_makes_it_buy()
    {
        _fund.Settle(0.95, 0.95);

        double held = 1 / 0.95 * 0.9;
        Assert.True(_fund.Wanted(0.9) > held);
    }

    [Fact]
    public void Who_has_lost_nine_tenths_is_out_for_a_hundred_steps_and_comes_back_with_new_money()
    {
        _fund.Settle(0.7, 0.7);
        _fund.Settle(0.7, 0.4);
        for (int step = 0; step < 100; step++)
        {
            Assert.True(_fund.IsOut);
            Assert.Equal(0, _fund.Wanted(0.5));
            _fund.Settle(0.5, 0.5);
        }

        Assert.False(_fund.IsOut);
        Assert.Equal(2, _fund.Wealth(0.5), 1e-9);
    }
}
