using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

public sealed class MetaorderTests
{
    private const double LatentDensity = 1e11;
    private const double Price = 100_000;
    private static readonly Instrument s_coin = new(default, "BTC", Currency.Usdt, 0.1m, 0.001m);
    private static readonly Duration s_second = Duration.FromSeconds(1);

    [Theory]
    [InlineData(5e6)]
    [InlineData(50e6)]
    public void One_child_goes_as_deep_as_the_triangle_of_latent_orders(double dollars)
    {
        double impact = new Metaorder(dollars, 1).SellInto(Curve(depth: 0), 100, s_second, 0.2);

        Assert.Equal(Math.Sqrt(2 * dollars / LatentDensity), impact, 0.001);
    }

    [Fact]
    public void Against_makers_alone_each_child_moves_the_price_as_far_as_the_first()
    {
        double one = new Metaorder(1e6, 1).SellInto(Curve(depth: 1e9), 100, Duration.FromMinutes(5), 0);
        double ten = new Metaorder(1e6, 10).SellInto(Curve(depth: 1e9), 100, Duration.FromMinutes(5), 0);

        Assert.Equal(10 * one, ten, 0.02 * ten);
    }

    [Fact]
    public void Latent_buyers_who_answer_leave_less_impact()
    {
        double unanswered = new Metaorder(1e6, 800).SellInto(Curve(depth: 1e8), 100, s_second, 0);
        double answered = new Metaorder(1e6, 800).SellInto(Curve(depth: 1e8), 100, s_second, 0.2);

        Assert.True(answered < 0.75 * unanswered, $"{answered} against {unanswered}");
    }

    private static DepthCurve Curve(double depth)
    {
        var parameters = new CurveParameters(LatentDensity, Duration.FromSeconds(100), s_second);
        var curve = new DepthCurve(s_coin, Price, parameters);
        curve.Reset(Timestamp.Epoch);
        curve.Quote(depth, depth, 0);
        return curve;
    }
}
