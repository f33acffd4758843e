using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Where a coin's positions may have been opened, and what they have had to live through since.</summary>
public sealed class CoinHistory
{
    private readonly EntryWindow[] _windows;
    private readonly decimal[] _lowestAfter;
    private readonly decimal[] _highestAfter;

    /// <param name="windows">In order of time; at least one. Later ones may not overlap earlier ones.</param>
    /// <param name="price">At the start of the run.</param>
    public CoinHistory(string coin, IReadOnlyList<EntryWindow> windows, decimal price)
    {
        if (windows.Count == 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{coin}: no window in which positions were opened.")
            );
        }

        Coin = coin;
        Price = price;
        _windows = [.. windows];
        _lowestAfter = new decimal[_windows.Length];
        _highestAfter = new decimal[_windows.Length];
        (decimal lowest, decimal highest) = (price, price);
        for (int i = _windows.Length - 1; i >= 0; i--)
        {
            _lowestAfter[i] = Math.Min(lowest, _windows[i].Close);
            _highestAfter[i] = Math.Max(highest, _windows[i].Close);
            lowest = Math.Min(lowest, _windows[i].Low);
            highest = Math.Max(highest, _windows[i].High);
        }
    }

    public string Coin { get; }

    /// <summary>At the start of the run.</summary>
    public decimal Price { get; }

    public ReadOnlySpan<EntryWindow> Windows => _windows;

    /// <summary>Lowest and highest price of a stretch before the end of the past, the price at the start included.</summary>
    public (decimal Lowest, decimal Highest) RangeOf(Duration stretch)
    {
        Timestamp from = _windows[^1].End - stretch;
        (decimal lowest, decimal highest) = (Price, Price);
        foreach (EntryWindow window in _windows.Where(window => window.Start >= from))
        {
            lowest = Math.Min(lowest, window.Low);
            highest = Math.Max(highest, window.High);
        }

        return (lowest, highest);
    }

    /// <summary>Lowest price from a window's close on: what a long opened in it has survived.</summary>
    public decimal LowestAfter(int window) => _lowestAfter[window];

    /// <summary>Highest price from a window's close on: what a short opened in it has survived.</summary>
    public decimal HighestAfter(int window) => _highestAfter[window];

    /// <summary>Cumulative chances that a position of a component, alive at a time, was opened in each window.</summary>
    public double[] EntryChances(LeverageComponent component, Timestamp at)
    {
        var cumulative = new double[_windows.Length];
        double sum = 0;
        for (int i = 0; i < cumulative.Length; i++)
        {
            double age = Math.Max((at - _windows[i].End).Nanoseconds, 0);
            sum += (double)_windows[i].Volume * PortableMath.Pow(2, -age / component.HalfLife.Nanoseconds);
            cumulative[i] = sum;
        }

        for (int i = 0; i < cumulative.Length; i++)
        {
            cumulative[i] /= sum;
        }

        return cumulative;
    }
}
