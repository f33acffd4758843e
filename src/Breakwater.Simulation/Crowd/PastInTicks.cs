using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A coin's history in ticks of one listing: where positions were opened, and what they have lived through since.</summary>
internal sealed class PastInTicks
{
    private readonly (long Low, long High)[] _windows;

    // By window: for longs the highest liquidation price that stayed more than a tick below all prices since, for shorts the lowest
    // that stayed more than a tick above them.
    private readonly long[] _highestOfLongs;
    private readonly long[] _lowestOfShorts;

    public PastInTicks(CoinHistory history, decimal tick)
    {
        int count = history.Windows.Length;
        _windows = new (long, long)[count];
        _highestOfLongs = new long[count];
        _lowestOfShorts = new long[count];
        for (int i = 0; i < count; i++)
        {
            EntryWindow window = history.Windows[i];
            _windows[i] = ((long)(window.Low / tick), (long)(window.High / tick));
            _highestOfLongs[i] = LastBelow(Math.Min(history.LowestAfter(i), history.Price), tick) - 1;
            _lowestOfShorts[i] = FirstAbove(Math.Max(history.HighestAfter(i), history.Price), tick) + 1;
        }
    }

    /// <param name="uniform">A draw between 0 and 1.</param>
    public Price PriceIn(int window, double uniform)
    {
        (long low, long high) = _windows[window];
        return Price.FromTicks(low + (long)(uniform * (high - low + 1)));
    }

    /// <summary>Whether a position opened in a window stands still: by more than a tick, no price has reached its liquidation price.</summary>
    /// <param name="trigger">The liquidation price, in ticks.</param>
    public bool Survives(int window, bool isLong, long trigger) =>
        isLong ? trigger <= _highestOfLongs[window] : trigger >= _lowestOfShorts[window];

    // A quotient of decimals may be rounded; products with whole ticks are not.
    private static long LastBelow(decimal price, decimal tick)
    {
        long ticks = (long)(price / tick) + 1;
        while (ticks * tick >= price)
        {
            ticks--;
        }

        return ticks;
    }

    private static long FirstAbove(decimal price, decimal tick)
    {
        long ticks = (long)(price / tick) - 1;
        while (ticks * tick <= price)
        {
            ticks++;
        }

        return ticks;
    }
}
