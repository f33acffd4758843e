using Breakwater.Domain;

namespace Breakwater.Simulation.Tests.Crowd;

public sealed class PastInTicksTests
{
    private const decimal Tick = 0.3m;

    // Prices went from 100 to 110, down to 90 after that, and stand at 95.
    private static readonly CoinHistory s_history = new(
        "BTC",
        [Window(0, low: 99.95m, high: 110, close: 105), Window(1, low: 90, high: 104, close: 95)],
        price: 95
    );

    [Theory]
    [InlineData(298, true)]
    [InlineData(299, false)]
    public void A_long_survives_while_the_lowest_price_since_lies_more_than_a_tick_above_its_trigger(
        long trigger,
        bool survives
    ) => Assert.Equal(survives, new PastInTicks(s_history, Tick).Survives(window: 0, isLong: true, trigger));

    [Theory]
    [InlineData(352, true)]
    [InlineData(351, false)]
    public void A_short_survives_while_the_highest_price_since_lies_more_than_a_tick_below_its_trigger(
        long trigger,
        bool survives
    ) => Assert.Equal(survives, new PastInTicks(s_history, Tick).Survives(window: 0, isLong: false, trigger));

    [Fact]
    public void It_decides_as_the_prices_themselves_do()
    {
        foreach (decimal tick in (decimal[])[0.1m, 0.3m, 0.07m, 1, 0.0001m])
        {
            var past = new PastInTicks(s_history, tick);
            for (int window = 0; window < s_history.Windows.Length; window++)
            {
                decimal lowest = Math.Min(s_history.LowestAfter(window), s_history.Price);
                decimal highest = Math.Max(s_history.HighestAfter(window), s_history.Price);
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
    public void Entries_lie_within_their_window()
    {
        var past = new PastInTicks(s_history, Tick);
        Assert.Equal(333, past.PriceIn(window: 0, uniform: 1e-9).Ticks);
        Assert.Equal(366, past.PriceIn(window: 0, uniform: 1 - 1e-9).Ticks);
    }

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
