namespace Breakwater.Matching;

/// <summary>The queue at one price: 16 bytes, four to a cache line.</summary>
internal struct Level
{
    /// <summary>Slot of the first order; 0 where the level is empty.</summary>
    public uint Head;

    public uint Tail;

    /// <summary>Lots shown by all orders of the level.</summary>
    public long Quantity;
}
