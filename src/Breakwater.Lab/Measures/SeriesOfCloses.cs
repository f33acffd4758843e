using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>Closes with their times, for volatility over all of them.</summary>
internal sealed class SeriesOfCloses
{
    private readonly List<double> _closes = [];
    private DateTime _first;
    private DateTime _last;

    public void Add(DateTime time, double close)
    {
        _first = _closes.Count == 0 ? time : _first;
        _last = time;
        _closes.Add(close);
    }

    /// <summary>A gap in the series counts as one long interval.</summary>
    /// <returns>Null for fewer than two closes.</returns>
    public double? Volatility(double daysPerYear)
    {
        if (_closes.Count < 2)
        {
            return null;
        }

        double intervals = _closes.Count - 1;
        var volatility = new RealisedVolatility(
            _closes.Count - 1,
            daysPerYear * intervals / (_last - _first).TotalDays
        );
        foreach (double close in _closes)
        {
            volatility.Add(close);
        }

        return volatility.Current;
    }
}
