namespace Breakwater.Lab;

/// <summary>Forced sales by percent below the first of them, beside the bids within 1 % that they met.</summary>
/// <param name="depth">Null where none is known.</param>
internal sealed class ForcedSalesByLevel(DepthSeries? depth)
{
    private readonly SortedDictionary<int, (double Sold, double Met)> _levels = [];

    /// <summary>Price of the first sale; zero before it.</summary>
    public double Start { get; private set; }

    /// <summary>Sales above the first one, and before the first depth, belong to no level.</summary>
    public void Add(DateTime time, double price, double notional)
    {
        Start = Start == 0 ? price : Start;
        double met = depth?.At(time) ?? double.NaN;
        int level = (int)Math.Floor(100 * (1 - (price / Start)));
        if (level >= 0 && !double.IsNaN(met))
        {
            (double sold, double weighted) = _levels.GetValueOrDefault(level);
            _levels[level] = (sold + notional, weighted + (notional * met));
        }
    }

    /// <returns>Percent below the start, dollars sold in that percent, and the bids that they met on average.</returns>
    public IEnumerable<(int From, double Sold, double Depth)> Levels() =>
        _levels.Select(level => (level.Key, level.Value.Sold, level.Value.Met / level.Value.Sold));
}
