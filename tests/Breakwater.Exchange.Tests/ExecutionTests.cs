using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>The mean price that is reported of an order's fills.</summary>
public sealed class ExecutionTests
{
    private static readonly Instrument s_linear = new(new InstrumentId(0), "A", Currency.Usdt, 0.001m, 0.01m);

    // A lot is worth a thousand minor units at one tick.
    private static readonly Instrument s_inverse = Instrument.Inverse(
        new InstrumentId(0),
        "A",
        new Currency("COIN", 6),
        tickSize: 1,
        lotSize: 0.001m
    );

    [Fact]
    public void Nothing_filled_has_no_price() => Assert.Equal(Price.Zero, default(Execution).AveragePrice(s_inverse));

    [Theory]
    [InlineData(Rounding.Floor, 101)]
    [InlineData(Rounding.Ceiling, 102)]
    public void It_is_weighted_by_lots_and_rounded_as_asked(Rounding rounding, long ticks) =>
        Assert.Equal(ticks, Of(s_linear, (1, 100), (3, 102)).AveragePrice(s_linear, rounding).Ticks);

    // One lot at 300 and one at 301 are booked for four units each, which two lots have at 250.
    [Theory]
    [InlineData(Rounding.Floor)]
    [InlineData(Rounding.Ceiling)]
    public void Of_a_few_inverse_contracts_it_lies_beyond_no_fill(Rounding rounding)
    {
        Execution done = Of(s_inverse, (1, 301), (1, 300));
        Assert.Equal(8, done.Notional.MinorUnits);
        Assert.Equal(300, done.AveragePrice(s_inverse, rounding).Ticks);
    }

    [Fact]
    public void It_lies_among_the_fills_however_many_there_are()
    {
        var luck = new Luck(1);
        int clamped = 0;
        for (int draw = 0; draw < 2_000; draw++)
        {
            (long Lots, long Ticks)[] fills =
            [
                .. Enumerable
                    .Range(0, (int)luck.Between(1, 5))
                    .Select(_ => (luck.OfAnySize(1_000), luck.Between(1, 900))),
            ];
            long ticks = Of(s_inverse, fills).AveragePrice(s_inverse).Ticks;
            Assert.InRange(ticks, fills.Min(fill => fill.Ticks), fills.Max(fill => fill.Ticks));
            clamped += fills.Length > 1 && ticks == fills.Min(fill => fill.Ticks) ? 1 : 0;
        }

        Assert.True(clamped > 0, "no mean was cut");
    }

    private static Execution Of(Instrument instrument, params ReadOnlySpan<(long Lots, long Ticks)> fills)
    {
        Execution done = default;
        foreach ((long lots, long ticks) in fills)
        {
            Quantity filled = Quantity.FromLots(lots);
            Price price = Price.FromTicks(ticks);
            done = done.With(filled, price, instrument.Notional(price, filled), Money.Zero);
        }

        return done;
    }
}
