namespace Breakwater.Domain;

/// <summary>A signed amount in whole minor units of its currency.</summary>
/// <remarks>
/// The scale belongs to <see cref="Currency"/> (1e-6 for USDT and USDC). An amount does not carry its currency: a ledger
/// holds one. Arithmetic is checked: an overflow throws <see cref="OverflowException"/> and never wraps. The default is zero.
/// </remarks>
public readonly record struct Money : IComparable<Money>
{
    private Money(long minorUnits) => MinorUnits = minorUnits;

    public long MinorUnits { get; }

    public static Money Zero => default;

    public static Money MaxValue => new(long.MaxValue);

    public bool IsZero => MinorUnits == 0;

    public bool IsNegative => MinorUnits < 0;

    public bool IsPositive => MinorUnits > 0;

    public Money Magnitude => new(Math.Abs(MinorUnits));

    public static Money FromMinorUnits(long minorUnits) => new(minorUnits);

    public static Money Min(Money left, Money right) => left.MinorUnits <= right.MinorUnits ? left : right;

    public static Money Max(Money left, Money right) => left.MinorUnits >= right.MinorUnits ? left : right;

    public int CompareTo(Money other) => MinorUnits.CompareTo(other.MinorUnits);

    public override string ToString() => FormattableString.Invariant($"{MinorUnits} minor units");

    public static Money operator +(Money left, Money right) => new(left.MinorUnits + right.MinorUnits);

    public static Money operator -(Money left, Money right) => new(left.MinorUnits - right.MinorUnits);

    public static Money operator -(Money amount) => new(-amount.MinorUnits);

    public static Money operator *(Money amount, long count) => new(amount.MinorUnits * count);

    public static bool operator <(Money left, Money right) => left.MinorUnits < right.MinorUnits;

    public static bool operator >(Money left, Money right) => left.MinorUnits > right.MinorUnits;

    public static bool operator <=(Money left, Money right) => left.MinorUnits <= right.MinorUnits;

    public static bool operator >=(Money left, Money right) => left.MinorUnits >= right.MinorUnits;
}
