namespace Breakwater.Indicators;

/// <summary>What it costs to hold a position that is borrowed.</summary>
public static class Carry
{
    private const double HoursPerYear = 8760;

    /// <summary>A funding rate as a simple rate a year: rate x 8760 / hours between payments.</summary>
    /// <param name="rate">Fraction of notional for one interval; positive where longs pay.</param>
    public static double AnnualFunding(double rate, double intervalHours) => rate * HoursPerYear / intervalHours;

    /// <summary>(perpetual - index) / index; positive where the perpetual is dearer.</summary>
    /// <returns>NaN where the index is not positive.</returns>
    public static double Basis(double perpetual, double index) => index > 0 ? (perpetual - index) / index : double.NaN;

    /// <summary>Open interest over the coins that exchanges hold: how much is borrowed on what is there.</summary>
    /// <remarks>Source: CryptoQuant, "Estimated leverage ratio". Both in the same unit and of the same venues.</remarks>
    /// <returns>NaN where the reserve is not positive.</returns>
    public static double EstimatedLeverageRatio(double openInterest, double reserve) =>
        reserve > 0 ? openInterest / reserve : double.NaN;
}
