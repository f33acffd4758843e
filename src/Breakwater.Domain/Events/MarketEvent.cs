using System.Runtime.InteropServices;

namespace Breakwater.Domain;

/// <summary>One fact in a venue's log: 64 bytes, immutable, the same layout for every kind.</summary>
/// <remarks>
/// What the fields of a kind mean is said where the kind is made: the static members in the other parts of this type.
/// Layout, little-endian: sequence 8, time 8, kind 1, detail 1, instrument 2, account 4, counterparty 4, reference 4,
/// quantity 8, price 8, amount 8, second amount 8.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 8, Size = SizeInBytes)]
public readonly partial record struct MarketEvent
{
    public const int SizeInBytes = 64;

    /// <summary>Stands in an account or instrument field of an event that concerns none.</summary>
    public const int None = -1;

    /// <summary>Counts from 0 in the order of writing; given by <see cref="EventLog"/>.</summary>
    public long Sequence { get; init; }

    public Timestamp Time { get; init; }

    public EventKind Kind { get; init; }

    /// <summary>A small enumeration that belongs to the kind, such as the reason of a rejection.</summary>
    public byte Detail { get; init; }

    /// <summary>Index of the instrument, or <see cref="None"/>.</summary>
    public short Instrument { get; init; }

    /// <summary>Index of the account, or <see cref="None"/>.</summary>
    public int Account { get; init; }

    /// <summary>Index of the other account, or <see cref="None"/>.</summary>
    public int Counterparty { get; init; }

    public int Reference { get; init; }

    public Quantity Quantity { get; init; }

    public Price Price { get; init; }

    public Money Amount { get; init; }

    public Money SecondAmount { get; init; }
}
