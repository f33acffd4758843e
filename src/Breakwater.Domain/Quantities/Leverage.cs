using System.Runtime.CompilerServices;

namespace Breakwater.Domain;

/// <summary>Notional over margin, as a trader sets it: from 1x up, in steps of a hundredth.</summary>
/// <remarks>The default is 1x.</remarks>
public readonly record struct Leverage : IComparable<Leverage>
{
    private const int HundredthsPerUnit = 100;

    // Above 1x, so that default(Leverage) is 1x.
    private readonly int _hundredthsAboveOne;

    private Leverage(int hundredths) => _hundredthsAboveOne = hundredths - HundredthsPerUnit;

    public int Hundredths => _hundredthsAboveOne + HundredthsPerUnit;

    /// <exception cref="ArgumentOutOfRangeException">Below 1x.</exception>
    public static Leverage FromMultiple(int multiple) => FromHundredths(checked(multiple * HundredthsPerUnit));

    /// <exception cref="ArgumentOutOfRangeException">Below 100 hundredths.</exception>
    public static Leverage FromHundredths(int hundredths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hundredths, HundredthsPerUnit);
        return new(hundredths);
    }

    /// <summary>The margin that a notional asks for at this leverage, rounded against the trader.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money InitialMargin(Money notional) =>
        Money.FromMinorUnits(Fraction.Scale(notional.MinorUnits, HundredthsPerUnit, Hundredths, Rounding.Ceiling));

    public int CompareTo(Leverage other) => _hundredthsAboveOne.CompareTo(other._hundredthsAboveOne);

    public override string ToString() => FormattableString.Invariant($"{Hundredths / (decimal)HundredthsPerUnit}x");

    public static bool operator <(Leverage left, Leverage right) => left.CompareTo(right) < 0;

    public static bool operator >(Leverage left, Leverage right) => left.CompareTo(right) > 0;

    public static bool operator <=(Leverage left, Leverage right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Leverage left, Leverage right) => left.CompareTo(right) >= 0;
}
