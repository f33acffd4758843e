using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The price at which closing a position uses up the equity that stands behind it.</summary>
/// <remarks>
/// Under cross margin over several positions, each has a share of the account's equity in proportion to its maintenance
/// margin. Source: docs/models/margin.md.
/// </remarks>
public static partial class BankruptcyPrice
{
    /// <summary>To a tick, so that closing there leaves the account no debt; at least one tick.</summary>
    /// <remarks>The highest mark there is, where an inverse position has no such price, or none so low.</remarks>
    /// <param name="position">Signed; not zero.</param>
    /// <param name="equity">Behind this position; negative once the mark is past the bankruptcy price.</param>
    public static Price ToTick(Instrument instrument, Quantity position, Price mark, Money equity)
    {
        Rounding rounding = position.IsLong ? Rounding.Ceiling : Rounding.Floor;
        Int128 value = (Int128)instrument.Value(mark, position).MinorUnits - equity.MinorUnits;
        Int128 notional = value * instrument.DirectionOf(position);
        long ticks = instrument.TicksAt(notional, position.Magnitude, rounding, TriggerIndex.MaxRank - 1);
        return Price.FromTicks(Math.Max(ticks, 1));
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
