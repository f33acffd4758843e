using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Vega's margin: what it would cost to close on the present book, plus a risk factor on the mark.</summary>
/// <remarks>Source: docs/venues/vega.md.</remarks>
public static class FourMarginLevels
{
    /// <param name="Size">Volume of the position, not negative.</param>
    /// <param name="Orders">Volume of open orders on the same side, not negative.</param>
    /// <param name="SlippagePerUnit">Distance from mark to exit price; null where the book cannot take the position.</param>
    public readonly record struct Side(Rational Size, Rational Orders, Rational? SlippagePerUnit, Rational RiskFactor);

    /// <summary>Maintenance margin of one side.</summary>
    /// <param name="slippageCap">Of the notional; null in rules from before 2023, which had none.</param>
    /// <exception cref="ArgumentException">The book is too thin and there is no cap.</exception>
    public static Rational Maintenance(in Side side, Rational mark, Rational? slippageCap)
    {
        Rational? byBook = side.SlippagePerUnit * side.Size;
        Rational? byCap = slippageCap * side.Size * mark;
        Rational slippage = (byBook, byCap) switch
        {
            ({ } book, { } cap) => Rational.Min(book, cap),
            ({ } only, null) => only,
            (null, { } only) => only,
            _ => throw new ArgumentException("A book too thin to exit on needs a cap on slippage."),
        };
        return Rational.Max(slippage, Rational.Zero) + (side.Size + side.Orders) * side.RiskFactor * mark;
    }

    /// <summary>Volume-weighted price at which a book takes a volume.</summary>
    /// <param name="levels">Best first.</param>
    /// <returns>Null where it does not take all of it.</returns>
    public static Rational? ExitPrice(ReadOnlySpan<(Rational Price, Rational Size)> levels, Rational volume)
    {
        (Rational left, Rational cost) = (volume, Rational.Zero);
        foreach ((Rational price, Rational size) in levels)
        {
            Rational taken = Rational.Min(left, size);
            cost += taken * price;
            left -= taken;
        }

        return left.IsZero ? cost / volume : null;
    }

    /// <summary>A perpetual also holds a share of the funding that the position would owe now.</summary>
    public static Rational WithFunding(
        Rational maintenance,
        Rational fundingFactor,
        Rational fundingPayment,
        Rational openVolume
    ) => maintenance + fundingFactor * Rational.Max(Rational.Zero, fundingPayment * openVolume);

    /// <summary>Isolated margin, whole units: price times size times the margin factor, rounded down.</summary>
    public static Rational Isolated(Rational price, Rational size, Rational marginFactor) =>
        (price * size * marginFactor).ToInteger(Rounding.Floor);
}
