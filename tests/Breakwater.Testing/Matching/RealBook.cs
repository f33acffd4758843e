using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>The product's book behind the common interface.</summary>
public sealed class RealBook(
    Instrument instrument,
    BookRules rules,
    EventLog log,
    IReductionLimit? reductions = null,
    IOpeningLimit? openings = null
) : IBook
{
    public OrderBook Book { get; } = new(instrument, rules, log, reductions: reductions, openings: openings);

    public OrderId Submit(in NewOrder order) => Book.Submit(order);

    // Expecting an order, or one that there is not, must change nothing.
    public bool Cancel(OrderId id)
    {
        Book.Expect(id);
        return Book.Cancel(id);
    }

    public bool Amend(OrderId id, Price price, Quantity quantity) => Book.Amend(id, price, quantity);

    public int CancelAll(int owner) => Book.CancelAll(owner);

    public void ShrinkReduceOnly(int owner) => Book.ShrinkReduceOnly(owner);

    public void AdvanceTo(Timestamp time) => Book.AdvanceTo(time);

    public void UpdateMark(Price mark) => Book.UpdateMark(mark);

    public void UpdateIndex(Price index) => Book.UpdateIndex(index);

    public void Halt() => Book.Halt();

    public void OpenAuction() => Book.OpenAuction();

    public void ResumeTrading() => Book.Resume();

    public IReadOnlyList<OrderState> Queue(Side side)
    {
        OrderState[] orders = new OrderState[Book.OpenOrders];
        return orders[..Book.CopyQueue(side, orders)];
    }

    public IReadOnlyList<OrderState> Waiting(PriceSource source, Side side)
    {
        OrderState[] orders = new OrderState[Book.WaitingOrders];
        return orders[..Book.CopyWaiting(source, side, orders)];
    }

    public Price LastTrade => Book.LastTrade;

    public IReadOnlyList<OrderId> OrdersOf(int owner)
    {
        List<OrderId> orders = [];
        for (OrderId id = Book.FirstOrderOf(owner); id != default; id = Book.NextOrderOfSameOwner(id))
        {
            orders.Add(id);
        }

        return orders;
    }

    public DepthLevel Best(Side side) => Book.Best(side);

    public IReadOnlyList<DepthLevel> Depth(Side side, int levels)
    {
        DepthLevel[] depth = new DepthLevel[levels];
        return depth[..Book.CopyDepth(side, depth)];
    }

    public AuctionPrice IndicativeAuction() => Book.IndicativeAuction();

    public Quantity QuantityTo(Side side, Price worst) => Book.QuantityTo(side, worst);

    public Quantity QuantityWithin(Side side, Rate share) => Book.QuantityWithin(side, share);
}
