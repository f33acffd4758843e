namespace Breakwater.Indicators;

/// <summary>How far the price moves for the money that trades.</summary>
/// <remarks>
/// Unit: relative move for one unit of quote currency; times 1e8 it is percent for a million. Formula: mean over intervals of
/// |return| / turnover; intervals without turnover are left out. Source: Y. Amihud, "Illiquidity and stock returns", Journal of
/// Financial Markets 5 (2002).
/// </remarks>
public sealed class Amihud(int length)
{
    private readonly RollingSum _ratios = new(length);
    private double _last;

    /// <summary>NaN before the first interval that counts.</summary>
    public double Current => _ratios.Count == 0 ? double.NaN : _ratios.Sum / _ratios.Count;

    /// <param name="price">At the end of the interval; positive.</param>
    /// <param name="turnover">Traded in it, in quote currency; at least zero.</param>
    public double Add(double price, double turnover)
    {
        if (_last > 0 && turnover > 0)
        {
            _ratios.Add(Math.Abs((price / _last) - 1) / turnover);
        }

        _last = price;
        return Current;
    }
}
