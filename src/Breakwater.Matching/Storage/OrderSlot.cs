using System.Runtime.InteropServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>An order in memory: 32 bytes, two to a cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
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

    public int Owner;

    /// <summary>Odd while the slot holds an order: the upper half of its number.</summary>
    public uint Generation;

    /// <summary>Its row in the side table; 0 for none, as in nearly all orders.</summary>
    public int Attributes;

    public OrderTerms Terms;
}
