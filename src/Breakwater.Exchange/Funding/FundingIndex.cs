using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Cumulative funding of an instrument, so that a funding settlement touches nobody.</summary>
/// <remarks>
/// Unit: billionths of a minor unit per lot, paid by longs to shorts. A position owes its lots times the change since it was
/// last settled.
/// </remarks>
public static class FundingIndex
{
    /// <summary>Billionths in a minor unit.</summary>
    public const long Scale = 1_000_000_000;

    /// <summary>How much one funding moves the index, rounded down where the rate is finer than a billionth.</summary>
    /// <param name="price">Mark or oracle price, as the venue's rules say.</param>
    /// <exception cref="OverflowException">The change does not fit 64 bits.</exception>
    public static long Change(Instrument instrument, Price price, Rate rate) =>
        new Fraction(
            (Int128)price.Ticks * instrument.MinorUnitsPerTickLot * Scale * rate.Numerator,
            rate.Denominator
        ).ToInt64(Rounding.Floor);

    /// <summary>What a position owes, rounded against the trader; negative when it is to receive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money Owed(Quantity position, long change) =>
        change == 0 ? Money.Zero : Money.FromMinorUnits(Fraction.Scale(position.Lots, change, Scale, Rounding.Ceiling));

    /// <summary>What rounding what a position owes leaves over, in billionths of a minor unit; from 0 to below 1e9.</summary>
    public static long Residue(Quantity position, long change, Money owed) =>
        (long)((Int128)owed.MinorUnits * Scale - (Int128)position.Lots * change);
}
