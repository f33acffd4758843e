namespace Breakwater.Exchange;

/// <summary>The grid on which latent orders stand: logarithms of price over the price at the start, in cells of 0.1 %.</summary>
public static class PriceCells
{
    /// <summary>In logarithms.</summary>
    public const double Width = 0.001;

    public const int Count = CellsBelow + CellsAbove;

    private const int CellsBelow = 2_300;
    private const int CellsAbove = 700;

    /// <summary>Logarithm of the price in the middle of a cell.</summary>
    public static double CentreOf(int cell) => (cell - CellsBelow + 0.5) * Width;

    /// <summary>Logarithm of the cell's lowest price.</summary>
    public static double FloorOf(int cell) => (cell - CellsBelow) * Width;

    /// <summary>The cell that a logarithm lies in, which may be off the grid.</summary>
    public static int At(double logarithm) => CellsBelow + (int)Math.Floor(logarithm / Width);

    /// <summary>The same, but of two neighbours the lower one where the logarithm lies on their border.</summary>
    public static int Below(double logarithm) => CellsBelow + (int)Math.Ceiling(logarithm / Width) - 1;
}
