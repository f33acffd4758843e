using System.Runtime.InteropServices;

namespace Breakwater.Matching;

/// <summary>Who an order is and how it trades: 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct OrderDetail
{
    private const int NumberShift = 16;
    private const uint TermsMask = (1 << NumberShift) - 1;
    private ulong _numberAndTerms;

    public int Owner;

    /// <summary>Its row in the side table; 0 for none, as in nearly all orders.</summary>
    public int Attributes;

    /// <summary>Below 2^48.</summary>
    public readonly long Number => (long)(_numberAndTerms >> NumberShift);

    public OrderTerms Terms
    {
        readonly get => new((uint)_numberAndTerms & TermsMask);
        set => _numberAndTerms = (_numberAndTerms & ~(ulong)TermsMask) | value.Bits;
    }

    public static OrderDetail Of(long number, OrderTerms terms, int owner) =>
        new() { _numberAndTerms = ((ulong)number << NumberShift) | terms.Bits, Owner = owner };
}
