namespace Breakwater.Simulation;

/// <summary>A level, who waits at it and what for, packed into one number that sorts by level.</summary>
/// <remarks>
/// <code>
/// bits 63..28  level in ticks, or its distance from the top where the highest is to come first
///      27..26  what happens
///      25..0   account
/// </code>
/// </remarks>
internal readonly record struct Trigger(long Key) : IComparable<Trigger>
{
    /// <summary>Levels are below this many ticks.</summary>
    public const long TicksEnd = 1L << 32;

    private const int AccountBits = 26;
    private const int KindBits = 2;
    private const int LevelShift = AccountBits + KindBits;

    /// <param name="order">From 0 to below <see cref="TicksEnd"/>: the lowest goes first.</param>
    public Trigger(long order, TriggerKind kind, int account)
        : this((order << LevelShift) + ((long)kind << AccountBits) + account) { }

    public long Order => Key >> LevelShift;

    public TriggerKind Kind => (TriggerKind)((Key >> AccountBits) & ((1 << KindBits) - 1));

    public int Account => (int)(Key & ((1L << AccountBits) - 1));

    public int CompareTo(Trigger other) => Key.CompareTo(other.Key);
}
