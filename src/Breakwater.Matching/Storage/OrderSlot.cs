using System.Runtime.InteropServices;

namespace Breakwater.Matching;

/// <summary>An order's place in its queue: 16 bytes, four to a cache line. The rest is in <see cref="OrderDetail"/>.</summary>
/// <remarks>Neighbours in a queue touch one another's place only, so that in a deep book half the memory is in use.</remarks>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct OrderSlot
{
    /// <summary>The order behind this one at its price, or the next free slot; 0 for none.</summary>
    public uint Next;

    /// <summary>The order before this one at its price; 0 for none.</summary>
    public uint Previous;

    /// <summary>Lots that it shows, or all of a waiting conditional order. Meaningless before it rests.</summary>
    public int Quantity;

    /// <summary>Where it queues, in ticks: its limit, or its stop price while it waits. Of a market order, the worst price it takes.</summary>
    public int Price;
}
