using Breakwater.Domain;

namespace Breakwater.Indicators;

/// <summary>How much a price moved, from the squares of its logarithmic returns over the last intervals.</summary>
/// <remarks>
/// Unit: a year's standard deviation, 0.5 for 50 %. Formula: sqrt(mean of (ln p(t) / p(t-1))^2 x intervals in a year); the mean
/// return is taken as zero. Source: Andersen, Bollerslev, Diebold and Labys, "Modeling and forecasting realized volatility",
/// Econometrica 71 (2003).
/// </remarks>
public sealed class RealisedVolatility(int length, double intervalsPerYear)
{
    private readonly RollingSum _squares = new(length);
    private double _last;

    public bool IsFull => _squares.IsFull;

    /// <summary>NaN before the second price.</summary>
    public double Current =>
        _squares.Count == 0 ? double.NaN : Math.Sqrt(Math.Max(0, _squares.Sum) / _squares.Count * intervalsPerYear);

    /// <param name="price">Above zero.</param>
    public double Add(double price)
    {
        if (_last > 0)
        {
            double change = PortableMath.Log(price / _last);
            _squares.Add(change * change);
        }

        _last = price;
        return Current;
    }
}
