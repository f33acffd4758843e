namespace Breakwater.Domain;

/// <summary>The signed distance between two prices of one instrument, in ticks.</summary>
public readonly record struct PriceDelta : IComparable<PriceDelta>
{
    private PriceDelta(long ticks) => Ticks = ticks;

    public long Ticks { get; }

    public static PriceDelta Zero => default;

    public static PriceDelta FromTicks(long ticks) => new(ticks);

    public int CompareTo(PriceDelta other) => Ticks.CompareTo(other.Ticks);

    public override string ToString() => FormattableString.Invariant($"{Ticks:+0;-0;0} ticks");

    public static PriceDelta operator +(PriceDelta left, PriceDelta right) => new(left.Ticks + right.Ticks);

    public static PriceDelta operator -(PriceDelta left, PriceDelta right) => new(left.Ticks - right.Ticks);

    public static PriceDelta operator -(PriceDelta delta) => new(-delta.Ticks);

    public static bool operator <(PriceDelta left, PriceDelta right) => left.Ticks < right.Ticks;

    public static bool operator >(PriceDelta left, PriceDelta right) => left.Ticks > right.Ticks;

    public static bool operator <=(PriceDelta left, PriceDelta right) => left.Ticks <= right.Ticks;

    public static bool operator >=(PriceDelta left, PriceDelta right) => left.Ticks >= right.Ticks;
}
