namespace Breakwater.Domain.Tests;

public class InstrumentTests
{
    private static readonly Instrument s_btc = new(new InstrumentId(0), "BTCUSDT", Currency.Usdt, 0.1m, 0.001m);

    [Fact]
    public void A_notional_is_exact()
    {
        Assert.True(s_btc.TryPrice(116_830.3m, out Price price));
        Assert.True(s_btc.TryQuantity(-1.234m, out Quantity quantity));
        Assert.Equal(-144_168.5902m, Currency.Usdt.ToDecimal(s_btc.Notional(price, quantity)));
    }

    [Fact]
    public void A_notional_that_does_not_fit_throws() =>
        Assert.Throws<OverflowException>(() =>
            s_btc.Notional(Price.FromTicks(2_000_000_000), Quantity.FromLots(1_000_000_000_000))
        );

    [Theory]
    [InlineData("116830.35", false)]
    [InlineData("116830.3", true)]
    [InlineData("0", true)]
    [InlineData("1e24", false)]
    public void Prices_lie_on_the_tick_grid(string value, bool lies) =>
        Assert.Equal(
            lies,
            s_btc.TryPrice(
                decimal.Parse(
                    value,
                    System.Globalization.NumberStyles.Float,
                    System.Globalization.CultureInfo.InvariantCulture
                ),
                out _
            )
        );

    [Fact]
    public void One_lot_moving_one_tick_is_a_whole_number_of_minor_units()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            new Instrument(new InstrumentId(0), "BTC", Currency.Usdt, 0.01m, 0.00001m)
        );
        Assert.Contains("BTC: one lot (0.00001) moving one tick (0.01)", refused.Message, StringComparison.Ordinal);
    }
}
