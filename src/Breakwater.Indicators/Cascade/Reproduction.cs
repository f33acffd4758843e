namespace Breakwater.Indicators;

/// <summary>The reproduction number of forced selling at one price level: dollars of new forced selling that one dollar causes.</summary>
/// <remarks>
/// Formula: R = pass-through × fuse ÷ depth. Above 1 selling feeds itself. Fuse and depth must be of the same universe: all-market
/// open interest over one venue's depth inflates R. The epidemiological analogy is that of contagion models of fire sales
/// (Greenwood, Landier and Thesmar, "Vulnerable banks", Journal of Financial Economics 115, 2015).
/// </remarks>
public static class Reproduction
{
    /// <param name="fuse">Notional that becomes liquidatable and is sold on the book, $ for a fall of 1 %.</param>
    /// <param name="depth">What moves the price by 1 %, $.</param>
    /// <param name="passThrough">Share of a move of the venue's price that reaches its mark, 0 to 1.</param>
    /// <returns>Infinite where there is fuse and no depth.</returns>
    public static double Number(double fuse, double depth, double passThrough) =>
        fuse == 0 || passThrough == 0 ? 0
        : depth > 0 ? passThrough * fuse / depth
        : double.PositiveInfinity;
}
