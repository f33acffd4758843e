namespace Breakwater.Domain;

/// <summary>A signed number of lots of one instrument.</summary>
/// <remarks>
/// Orders carry positive quantities and a <see cref="Side"/>. Positions are positive when long and negative when short.
/// The default is zero. What a lot is worth belongs to <see cref="Instrument"/>.
/// </remarks>
public readonly record struct Quantity : IComparable<Quantity>
{
    private Quantity(long lots) => Lots = lots;

    public long Lots { get; }

    public static Quantity Zero => default;

    public bool IsZero => Lots == 0;

    public bool IsLong => Lots > 0;

    public bool IsShort => Lots < 0;

    public Quantity Magnitude => new(Math.Abs(Lots));

    /// <summary>The change of a position that an order of this quantity brings: as it is for a buy, negative for a sell.</summary>
    public Quantity Towards(Side side) => new(Lots * (1 - (2 * (int)side)));

    public static Quantity FromLots(long lots) => new(lots);

    public static Quantity Min(Quantity left, Quantity right) => left.Lots <= right.Lots ? left : right;

    public int CompareTo(Quantity other) => Lots.CompareTo(other.Lots);

    public override string ToString() => FormattableString.Invariant($"{Lots} lots");

    public static Quantity operator +(Quantity left, Quantity right) => new(left.Lots + right.Lots);

    public static Quantity operator -(Quantity left, Quantity right) => new(left.Lots - right.Lots);

    public static Quantity operator -(Quantity quantity) => new(-quantity.Lots);

    public static bool operator <(Quantity left, Quantity right) => left.Lots < right.Lots;

    public static bool operator >(Quantity left, Quantity right) => left.Lots > right.Lots;

    public static bool operator <=(Quantity left, Quantity right) => left.Lots <= right.Lots;

    public static bool operator >=(Quantity left, Quantity right) => left.Lots >= right.Lots;
}
