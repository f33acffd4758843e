using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>How an order trades: everything about it but its owner, prices and quantities, in 32 bits.</summary>
/// <remarks>
/// The reference field of an order's events holds <see cref="Bits"/>. The default is a good-till-cancelled limit order to buy
/// that may trade with its own owner.
/// </remarks>
public readonly record struct OrderTerms
{
    internal const uint SideBit = 1;
    internal const uint MarketBit = 1 << 1;
    internal const uint ConditionalBit = 1 << 2;
    internal const uint PostOnlyBit = 1 << 3;
    internal const uint ReduceOnlyBit = 1 << 4;
    internal const uint IcebergBit = 1 << 5;

    /// <summary>An order with none of these bits is a limit order that does nothing but match and rest.</summary>
    internal const uint RareBits =
        MarketBit | ConditionalBit | PostOnlyBit | IcebergBit | (TwoBits << TimeInForceShift);

    /// <summary>An order with any of these bits has a row in the side table.</summary>
    internal const uint AttributeBits = ConditionalBit | IcebergBit | (2 << TimeInForceShift);

    /// <summary>Bits at or above this are not the terms of any order.</summary>
    internal const uint FirstUnknownBits = ((uint)SelfTradePrevention.Decrement + 1) << SelfTradeShift;

    private const uint GoodTillTimeBits = (uint)TimeInForce.GoodTillTime << TimeInForceShift;
    private const uint TwoBits = 3;
    private const uint ThreeBits = 7;
    private const int TimeInForceShift = 6;
    private const int TriggerShift = 8;
    private const int SelfTradeShift = 10;

    public OrderTerms(uint bits) => Bits = bits;

    public uint Bits { get; private init; }

    public Side Side
    {
        get => (Side)(Bits & SideBit);
        init => Bits = With(value == Side.Sell, SideBit);
    }

    /// <summary>Takes what it finds at any price that the band allows, and never rests.</summary>
    public bool IsMarket
    {
        get => Has(MarketBit);
        init => Bits = With(value, MarketBit);
    }

    /// <summary>Waits until the trigger price reaches its stop price. No longer set once it has.</summary>
    public bool IsConditional
    {
        get => Has(ConditionalBit);
        init => Bits = With(value, ConditionalBit);
    }

    /// <summary>Is refused rather than take.</summary>
    public bool IsPostOnly
    {
        get => Has(PostOnlyBit);
        init => Bits = With(value, PostOnlyBit);
    }

    /// <summary>May only bring its owner's position closer to zero. The venue sees to it; the book carries the mark.</summary>
    public bool IsReduceOnly
    {
        get => Has(ReduceOnlyBit);
        init => Bits = With(value, ReduceOnlyBit);
    }

    public bool IsIceberg
    {
        get => Has(IcebergBit);
        init => Bits = With(value, IcebergBit);
    }

    public TimeInForce TimeInForce
    {
        get => (TimeInForce)((Bits >> TimeInForceShift) & TwoBits);
        init => Bits = With((uint)value, TwoBits, TimeInForceShift);
    }

    /// <summary>Which price sets a conditional order off.</summary>
    public PriceSource Trigger
    {
        get => (PriceSource)((Bits >> TriggerShift) & TwoBits);
        init => Bits = With((uint)value, TwoBits, TriggerShift);
    }

    public SelfTradePrevention SelfTrade
    {
        get => (SelfTradePrevention)((Bits >> SelfTradeShift) & ThreeBits);
        init => Bits = With((uint)value, ThreeBits, SelfTradeShift);
    }

    internal bool Rests => !IsMarket && (TimeInForce is TimeInForce.GoodTillCancelled or TimeInForce.GoodTillTime);

    /// <summary>May an order with these terms enter a call auction?</summary>
    internal bool CanGather => IsConditional || (Rests && !IsPostOnly);

    internal bool AreContradictory =>
        Bits >= FirstUnknownBits
        || Trigger > PriceSource.Last
        || (IsMarket && (IsPostOnly || (TimeInForce == TimeInForce.GoodTillTime && !IsConditional)))
        || (IsPostOnly && !Rests)
        || (IsIceberg && (!Rests || IsConditional));

    internal bool Has(uint bits) => (Bits & bits) != 0;

    private uint With(bool value, uint bit) => value ? Bits | bit : Bits & ~bit;

    private uint With(uint value, uint mask, int shift) => (Bits & ~(mask << shift)) | ((value & mask) << shift);
}
