using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The price at which closing a position uses up the equity that stands behind it.</summary>
/// <remarks>
/// Under cross margin over several positions, each has a share of the account's equity in proportion to its maintenance
/// margin. Source: docs/models/margin.md.
/// </remarks>
public static partial class BankruptcyPrice
{
    /// <summary>Ticks from the mark to the bankruptcy price, exact; negative below the mark.</summary>
    /// <param name="position">Signed; not zero.</param>
    /// <param name="equity">Behind this position; negative once the mark is past the bankruptcy price.</param>
    public static Fraction FromMark(Instrument instrument, Quantity position, Money equity)
    {
        Int128 unit = (Int128)instrument.MinorUnitsPerTickLot * position.Magnitude.Lots;
        return new Fraction(position.IsLong ? -(Int128)equity.MinorUnits : equity.MinorUnits, unit);
    }

    /// <summary>To a tick, so that closing there leaves the account no debt; at least one tick.</summary>
    public static Price ToTick(Instrument instrument, Quantity position, Price mark, Money equity)
    {
        Rounding rounding = position.IsLong ? Rounding.Ceiling : Rounding.Floor;
        long distance = FromMark(instrument, position, equity).ToInt64(rounding);
        return Price.FromTicks(Math.Max(mark.Ticks + distance, 1));
    }

    /// <summary>The part of a margin account's equity that stands behind one of its positions, rounded down.</summary>
    /// <param name="maintenance">Of the position; positive.</param>
    public static Money EquityBehind(MarginState account, Money maintenance) =>
        maintenance == account.Maintenance
            ? account.Equity
            : Money.FromMinorUnits(
                Fraction.Scale(
                    account.Equity.MinorUnits,
                    maintenance.MinorUnits,
                    account.Maintenance.MinorUnits,
                    Rounding.Floor
                )
            );

    /// <summary>Whether a position can be closed at a price and not leave less than nothing.</summary>
    /// <param name="own">Its bankruptcy price.</param>
    public static bool Meets<T>(bool isLong, T price, T own)
        where T : IComparable<T> => isLong ? price.CompareTo(own) >= 0 : price.CompareTo(own) <= 0;
}
