using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>What the real book and its naive twin have in common.</summary>
public interface IBook
{
    OrderId Submit(in NewOrder order);

    bool Cancel(OrderId id);

    bool Amend(OrderId id, Price price, Quantity quantity);

    int CancelAll(int owner);

    void ShrinkReduceOnly(int owner);

    void AdvanceTo(Timestamp time);

    void UpdateMark(Price mark);

    void UpdateIndex(Price index);

    void Halt();

    void OpenAuction();

    void ResumeTrading();

    /// <summary>Resting orders of a side, in the order in which they would trade.</summary>
    IReadOnlyList<OrderState> Queue(Side side);

    /// <summary>Conditional orders that wait, the next to go off first.</summary>
    IReadOnlyList<OrderState> Waiting(PriceSource source, Side side);

    /// <summary>Price of the last trade; zero before the first.</summary>
    Price LastTrade { get; }

    /// <summary>What an owner has in the book, in the order in which it came to rest.</summary>
    IReadOnlyList<OrderId> OrdersOf(int owner);

    DepthLevel Best(Side side);

    /// <summary>The best levels of a side, so many at most.</summary>
    IReadOnlyList<DepthLevel> Depth(Side side, int levels);

    AuctionPrice IndicativeAuction();

    Quantity QuantityTo(Side side, Price worst);

    Quantity QuantityWithin(Side side, Rate share);
}
