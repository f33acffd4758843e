namespace Breakwater.Indicators;

/// <summary>The cost of crossing the market at once.</summary>
public static class Spread
{
    private const double BasisPoints = 1e4;

    /// <summary>Quoted spread: (ask - bid) / mid, in basis points; negative where the book is crossed.</summary>
    /// <returns>NaN where the mid price is not positive.</returns>
    public static double Quoted(double bid, double ask)
    {
        double mid = (bid + ask) / 2;
        return mid > 0 ? (ask - bid) / mid * BasisPoints : double.NaN;
    }
}
