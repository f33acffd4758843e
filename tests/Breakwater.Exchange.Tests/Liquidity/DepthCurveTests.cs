using Breakwater.Domain;

namespace Breakwater.Exchange.Tests;

/// <summary>What an order finds on a curve, what it leaves, and what grows back.</summary>
public sealed class DepthCurveTests
{
    private const double Price = 50_000;
    private const double DepthWithinOnePercent = 10_000_000;
    private static readonly Timestamp s_start = Timestamp.FromUnixMilliseconds(1_760_129_400_000);

    [Fact]
    public void Makers_alone_are_linear_up_to_one_percent()
    {
        DepthCurve curve = Make(latent: 0);
        SellDollars(curve, DepthWithinOnePercent / 4);
        Assert.Equal(-0.0025, curve.Middle, 4);
    }

    [Fact]
    public void The_average_price_of_a_linear_sale_is_halfway_down()
    {
        DepthCurve curve = Make(latent: 0);
        (_, double price) = curve.Take(Side.Sell, Lots(DepthWithinOnePercent / 2), double.NegativeInfinity);
        Assert.Equal(Price * (1 - 0.0025), price, tolerance: Price * 2e-5);
    }

    [Fact]
    public void Latent_buyers_hold_a_fall_with_the_square_of_its_distance()
    {
        const double density = 4e12;
        DepthCurve curve = Make(density);
        curve.Quote(0, 0, 0);
        SellDollars(curve, density * 0.02 * 0.02 / 2);
        Assert.Equal(-0.02, curve.Middle, 3);
    }

    [Fact]
    public void Buying_mirrors_selling()
    {
        DepthCurve sold = Make(latent: 1e12);
        DepthCurve bought = Make(latent: 1e12);
        sold.Take(Side.Sell, 100_000, double.NegativeInfinity);
        bought.Take(Side.Buy, 100_000, double.PositiveInfinity);
        Assert.Equal(-sold.Middle, bought.Middle, 3);
    }

    [Fact]
    public void An_order_stops_at_the_price_that_it_accepts_at_worst()
    {
        DepthCurve curve = Make(latent: 0);
        Instrument instrument = Bitcoin();
        Price worst = Domain.Price.FromTicks((long)(Price * 0.999 * 10));
        LiquidityFill fill = curve.Take(instrument, Side.Sell, Quantity.FromLots(1_000_000), worst);
        Assert.InRange(instrument.ToDecimal(fill.Filled) * 50_000m, 950_000, 1_050_000);
        Assert.True(fill.Price >= worst);
        Assert.True(curve.PriceOf(curve.Middle) >= Price * 0.999 - 0.01);
    }

    [Fact]
    public void A_whole_order_fills_to_the_last_lot()
    {
        DepthCurve curve = Make(latent: 1e12);
        for (long lots = 1; lots < 200_000; lots = lots * 3 + 1)
        {
            Assert.Equal(lots, curve.Take(Bitcoin(), Side.Sell, Quantity.FromLots(lots), worst: null).Filled.Lots);
        }
    }

    [Fact]
    public void Several_depths_at_once_are_what_each_is_alone()
    {
        DepthCurve curve = Make(latent: 1e13);
        SellDollars(curve, DepthWithinOnePercent / 3);
        curve.AdvanceTo(s_start + Duration.FromSeconds(20));
        double[] distances = [1e-5, 0.0001, 0.001, 0.00173, 0.002, 0.01, 0.03, 5];
        foreach (Side side in new[] { Side.Buy, Side.Sell })
        {
            double[] together = new double[distances.Length];
            curve.DepthsWithin(side, distances, together);
            Assert.Equal(distances.Select(distance => curve.DepthWithin(side, distance)), together);
        }
    }

    [Fact]
    public void What_was_taken_from_makers_refills()
    {
        DepthCurve curve = Make(latent: 0);
        double full = curve.QuotedAgainst(Side.Sell);
        SellDollars(curve, DepthWithinOnePercent / 2);
        Assert.True(curve.QuotedAgainst(Side.Sell) < 0.8 * full);
        curve.AdvanceTo(s_start + Duration.FromSeconds(60));
        Assert.Equal(full, curve.QuotedAgainst(Side.Sell), tolerance: 1e-6 * full);
    }

    [Fact]
    public void A_level_that_was_swept_shows_itself_again_with_time()
    {
        DepthCurve curve = Make(latent: 1e13);
        curve.Quote(0, 0, 0);
        double before = curve.DepthWithin(Side.Sell, 0.01);
        SellDollars(curve, before);
        curve.Take(Side.Buy, Lots(before / 2), 0);
        double atOnce = curve.DepthWithin(Side.Sell, 0.01);
        curve.AdvanceTo(s_start + Duration.FromSeconds(240));
        double later = curve.DepthWithin(Side.Sell, 0.01);
        Assert.True(atOnce < before / 2);
        Assert.True(later > 1.5 * atOnce);
    }

    [Fact]
    public void News_moves_latent_orders_only_as_it_sinks_in()
    {
        DepthCurve curve = Make(latent: 1e13);
        curve.Quote(0, 0, 0);
        double before = curve.DepthWithin(Side.Sell, 0.01);
        curve.MoveFundamental(-0.05);
        Assert.Equal(before, curve.DepthWithin(Side.Sell, 0.01));
        for (int second = 1; second <= 2_400; second++)
        {
            curve.AdvanceTo(s_start + Duration.FromSeconds(second));
        }

        Assert.True(curve.DepthWithin(Side.Sell, 0.01) < before / 100);
        Assert.True(curve.LatentFlow(Duration.FromSeconds(1)) < 0);
    }

    [Fact]
    public void A_frozen_curve_answers_and_stays()
    {
        DepthCurve curve = Make(latent: 1e12);
        curve.IsFrozen = true;
        (double lots, double price) first = curve.Take(Side.Sell, 1_000, double.NegativeInfinity);
        (double lots, double price) second = curve.Take(Side.Sell, 1_000, double.NegativeInfinity);
        Assert.Equal(first, second);
        Assert.Equal(0, curve.Middle);
        Assert.Equal(default, curve.CollectMakers().Bought);
    }

    [Fact]
    public void Makers_buy_what_is_not_left_to_latent_buyers()
    {
        DepthCurve curve = Make(latent: 0);
        curve.Take(Side.Sell, 5_000, double.NegativeInfinity);
        (MakerFlow bought, MakerFlow sold) = curve.CollectMakers();
        Assert.Equal(5_000, bought.Lots, tolerance: 1e-6);
        Assert.Equal(default, sold);
        Assert.Equal(default, curve.CollectMakers().Bought);
    }

    [Fact]
    public void Seeded_orders_never_fill_beyond_their_limit_nor_more_than_was_asked()
    {
        DepthCurve curve = Make(latent: 5e11);
        var draws = new DrawStream(new Seed(7), 1, new DrawPurpose(1), 0);
        for (int i = 1; i <= 20_000; i++)
        {
            curve.AdvanceTo(s_start + Duration.FromMilliseconds(i * 100L));
            Side side = draws.NextBernoulli(0.5) ? Side.Buy : Side.Sell;
            double worst = curve.Middle + (side == Side.Sell ? -0.01 : 0.01) * draws.NextUniform();
            double asked = draws.NextLogNormal(5, 2);
            (double lots, double price) = curve.Take(side, asked, worst);
            Assert.InRange(lots, 0, asked * (1 + 1e-9));
            double slack = 1 + 1e-3;
            Assert.True(
                lots == 0
                    || (
                        side == Side.Sell
                            ? price * slack >= curve.PriceOf(worst)
                            : price <= curve.PriceOf(worst) * slack
                    )
            );
        }
    }

    private static DepthCurve Make(double latent)
    {
        var parameters = new CurveParameters(latent, Duration.FromSeconds(240), Duration.FromSeconds(3));
        var curve = new DepthCurve(Bitcoin(), Price, parameters);
        curve.Reset(s_start);
        curve.Quote(DepthWithinOnePercent, DepthWithinOnePercent, 0);
        return curve;
    }

    private static Instrument Bitcoin() => new(new InstrumentId(0), "BTC", Currency.Usdt, 0.1m, 0.001m);

    private static double Lots(double dollars) => dollars / Price / 0.001;

    // As many coins as the dollars bought at the start: a fall of a few per cent makes no difference here.
    private static void SellDollars(DepthCurve curve, double dollars) =>
        curve.Take(Side.Sell, Lots(dollars), double.NegativeInfinity);
}
