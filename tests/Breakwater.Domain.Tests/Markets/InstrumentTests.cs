namespace Breakwater.Domain.Tests;

public class InstrumentTests
{
    private static readonly Instrument s_btc = new(new InstrumentId(0), "BTCUSDT", Currency.Usdt, 0.1m, 0.001m);
    private static readonly Instrument s_inverse = Instrument.Inverse(
        new InstrumentId(0),
        "BTCUSD",
        new Currency("BTC", 8),
        tickSize: 0.1m,
        lotSize: 100
    );

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

    // 100 dollars over 45,636.3: 0.0021912382 coins and a part of a unit.
    [Fact]
    public void An_inverse_notional_is_rounded_up_costs_are_opposite_and_values_never_say_too_much()
    {
        var price = Price.FromTicks(456_363);
        Quantity hundred = Quantity.FromLots(100);
        Assert.Equal(21_912_382, s_inverse.Notional(price, hundred).MinorUnits);
        Assert.Equal(-21_912_382, s_inverse.Notional(price, -hundred).MinorUnits);
        Assert.Equal(-21_912_382, s_inverse.Cost(price, hundred).MinorUnits);
        Assert.Equal(21_912_382, s_inverse.Cost(price, -hundred).MinorUnits);
        Assert.Equal(-21_912_382, s_inverse.Value(price, hundred).MinorUnits);
        Assert.Equal(21_912_381, s_inverse.Value(price, -hundred).MinorUnits);
        Assert.Equal(Money.Zero, s_inverse.Value(Price.Zero, Quantity.Zero));
    }

    [Theory]
    [InlineData(21_912_382, Rounding.Floor, 456_362)]
    [InlineData(21_912_382, Rounding.Ceiling, 456_363)]
    [InlineData(1, Rounding.Floor, 1_000_000)]
    [InlineData(0, Rounding.Ceiling, 1_000_000)]
    [InlineData(-5, Rounding.Ceiling, 1_000_000)]
    public void An_inverse_notional_is_had_at_one_price_up_to_the_highest(
        long notional,
        Rounding rounding,
        long ticks
    ) => Assert.Equal(ticks, s_inverse.TicksAt(notional, Quantity.FromLots(100), rounding, highest: 1_000_000));

    [Fact]
    public void One_inverse_lot_at_one_tick_is_a_whole_number_of_minor_units()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            Instrument.Inverse(new InstrumentId(0), "BTCUSD", new Currency("BTC", 0), tickSize: 0.3m, lotSize: 1)
        );
        Assert.Contains("BTCUSD: one lot (1) over one tick (0.3)", refused.Message, StringComparison.Ordinal);
    }
}
