namespace Breakwater.Indicators;

/// <summary>How far the price moves for what is bought less what is sold: the slope of price change on signed volume.</summary>
/// <remarks>
/// Unit: price for one unit of base currency. Formula: cov(change, signed volume) / var(signed volume) over the last intervals.
/// Source: A. S. Kyle, "Continuous auctions and insider trading", Econometrica 53 (1985), in its usual empirical form.
/// </remarks>
public sealed class KyleLambda(int length)
{
    private readonly RollingRegression _changes = new(length);
    private double _last = double.NaN;

    public double Current => _changes.Beta;

    /// <param name="price">At the end of the interval.</param>
    /// <param name="signedVolume">Bought less sold by takers in it, in base currency.</param>
    public double Add(double price, double signedVolume)
    {
        if (!double.IsNaN(_last))
        {
            _changes.Add(signedVolume, price - _last);
        }

        _last = price;
        return Current;
    }
}
