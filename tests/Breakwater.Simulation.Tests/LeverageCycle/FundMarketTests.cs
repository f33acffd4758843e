using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

public sealed class FundMarketTests
{
    private static readonly Seed s_seed = new(1);

    [Fact]
    public void Without_funds_the_price_is_what_noise_traders_spend_on_a_share()
    {
        var market = new FundMarket(new FundMarketParameters(1, []), s_seed);
        var noise = new DrawStream(s_seed, 3, default, 0);
        double fromValue = 0;
        for (int step = 0; step < 500; step++)
        {
            market.Step();
            fromValue = 0.99 * fromValue + 0.035 * noise.NextNormal();
            Assert.Equal(Math.Exp(fromValue), market.Price, 1e-9);
        }
    }

    [Fact]
    public void Funds_that_borrow_support_a_price_below_value()
    {
        var alone = new FundMarket(new FundMarketParameters(1, []), s_seed);
        var supported = new FundMarket(new FundMarketParameters(5, [10, 20, 40]), s_seed);
        int cheap = 0;
        for (int step = 0; step < 200; step++)
        {
            alone.Step();
            supported.Step();
            Assert.True(supported.Price >= alone.Price - 1e-9, $"step {step}");
            cheap += supported.Price > alone.Price + 1e-9 ? 1 : 0;
        }

        Assert.True(cheap > 20, "the funds never bought");
    }

    [Fact]
    public void A_limit_below_1_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FundMarket(new FundMarketParameters(0.5, [5]), s_seed));
}
