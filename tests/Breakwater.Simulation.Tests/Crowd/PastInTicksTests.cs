using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

public class PastInTicksTests
{
    private const decimal Tick = 0.3m;

    // Prices went from 100 to 110, down to 90 after that, and stand at 95.
    private static readonly CoinHistory s_history = new(
        "BTC",
        [Window(0, low: 99.95m, high: 110, close: 105), Window(1, low: 90, high: 104, close: 95)],
        price: 95
    );

    [Theory]
    [InlineData(true, 298, true)]
    [InlineData(true, 299, false)]
    [InlineData(false, 352, true)]
    [InlineData(false, 351, false)]
    public void A_position_survives_while_prices_since_stayed_more_than_a_tick_from_its_trigger(
        bool isLong,
        long trigger,
        bool survives
    ) => Assert.Equal(survives, new PastInTicks(s_history, Tick).Survives(window: 0, isLong, trigger));

    // By a tick of 0.3 the quotients of the second and the last are rounded to a whole 800.
    public static TheoryData<CoinHistory> Histories() =>
        [s_history, History(800 * Tick - 1e-26m), History(800 * Tick), History(800 * Tick + 1e-26m)];

    [Theory]
    [MemberData(nameof(Histories))]
    public void It_decides_as_the_prices_themselves_do(CoinHistory history)
    {
        foreach (decimal tick in (decimal[])[0.1m, Tick, 0.07m, 1, 0.0001m])
        {
            var past = new PastInTicks(history, tick);
            for (int window = 0; window < history.Windows.Length; window++)
            {
                decimal lowest = Math.Min(history.LowestAfter(window), history.Price);
                decimal highest = Math.Max(history.HighestAfter(window), history.Price);
                for (int off = -3; off <= 3; off++)
                {
                    long low = (long)(lowest / tick) + off;
                    long high = (long)(highest / tick) + off;
                    Assert.Equal(lowest > (low + 1) * tick, past.Survives(window, isLong: true, low));
                    Assert.Equal(highest < (high - 1) * tick, past.Survives(window, isLong: false, high));
                }
            }
        }
    }

    [Fact]
    public void Entries_run_from_the_tick_below_the_low_to_the_tick_below_the_high()
    {
        var past = new PastInTicks(s_history, Tick);
        Assert.Equal(333, past.PriceIn(window: 0, uniform: 1e-9).Ticks);
        Assert.Equal(366, past.PriceIn(window: 0, uniform: 1 - 1e-9).Ticks);
    }

    private static CoinHistory History(decimal price) => new("BTC", [Window(0, 90, 300, price)], price);

    private static EntryWindow Window(int hour, decimal low, decimal high, decimal close) =>
        new(
            Timestamp.FromUnixNanoseconds(0) + Duration.FromMinutes(60 * hour),
            Duration.FromMinutes(60),
            low,
            high,
            close,
            Volume: 1
        );
}
