using System.Runtime.InteropServices;

namespace Breakwater.Matching;

/// <summary>An open order: 32 bytes, two to a cache line, so that whatever happens to it touches one line of its own.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct OrderSlot
{
    private const int NumberShift = 16;
    private const uint TermsMask = (1 << NumberShift) - 1;

    /// <summary>The order behind this one at its price; 0 for none.</summary>
    public uint Next;

    /// <summary>The order before this one at its price; 0 for none.</summary>
    public uint Previous;

    /// <summary>Lots that it shows, or all of a waiting conditional order. Meaningless before it rests.</summary>
    public int Quantity;

    /// <summary>Where it queues, in ticks: its limit, or its stop price while it waits. Of a market order, the worst price it takes.</summary>
    public int Price;

    public int Owner;

    /// <summary>Its row in the side table; 0 for none, as in nearly all orders.</summary>
    public int Attributes;

    private ulong _numberAndTerms;

    /// <summary>Below 2^48; 0 in a free slot.</summary>
    public readonly long Number => (long)(_numberAndTerms >> NumberShift);

    public OrderTerms Terms
    {
        readonly get => new((uint)_numberAndTerms & TermsMask);
        set => _numberAndTerms = (_numberAndTerms & ~(ulong)TermsMask) | value.Bits;
    }

    /// <summary>Gives the slot to an order without attributes.</summary>
    public void Hold(in Taker order)
    {
        _numberAndTerms = ((ulong)order.Number << NumberShift) | order.Terms.Bits;
        Owner = order.Owner;
        Attributes = 0;
    }

    /// <summary>From here on nobody finds an order by the number that was here.</summary>
    public void Vacate() => _numberAndTerms = 0;
}
