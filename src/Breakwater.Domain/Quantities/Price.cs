namespace Breakwater.Domain;

/// <summary>A price of one instrument, in whole ticks of that instrument.</summary>
/// <remarks>
/// Range: any 64-bit integer; prices of orders and marks are positive. The default is zero ticks.
/// What a tick is worth belongs to <see cref="Instrument"/>.
/// </remarks>
public readonly record struct Price : IComparable<Price>
{
    private Price(long ticks) => Ticks = ticks;

    public long Ticks { get; }

    public static Price Zero => default;

    /// <summary>Above every price that a mark can take: a trigger that never fires for longs.</summary>
    public static Price Max => new(long.MaxValue);

    public static Price FromTicks(long ticks) => new(ticks);

    public int CompareTo(Price other) => Ticks.CompareTo(other.Ticks);

    public override string ToString() => FormattableString.Invariant($"{Ticks} ticks");

    public static PriceDelta operator -(Price left, Price right) => PriceDelta.FromTicks(left.Ticks - right.Ticks);

    public static Price operator +(Price price, PriceDelta delta) => new(price.Ticks + delta.Ticks);

    public static Price operator -(Price price, PriceDelta delta) => new(price.Ticks - delta.Ticks);

    public static bool operator <(Price left, Price right) => left.Ticks < right.Ticks;

    public static bool operator >(Price left, Price right) => left.Ticks > right.Ticks;

    public static bool operator <=(Price left, Price right) => left.Ticks <= right.Ticks;

    public static bool operator >=(Price left, Price right) => left.Ticks >= right.Ticks;
}
