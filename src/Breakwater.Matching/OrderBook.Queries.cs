using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Reading the book.</summary>
public sealed unsafe partial class OrderBook
{
    /// <summary>Open orders, waiting ones included.</summary>
    public int OpenOrders => _orders.Count;

    /// <summary>Orders for which there is room without growing: what a like book may be given from the start.</summary>
    public int OrderCapacity => _orders.Capacity;

    /// <summary>When the next order expires; the end of time where none does.</summary>
    public Timestamp NextExpiry => Timestamp.FromUnixNanoseconds(_expiries.EarliestNanoseconds);

    /// <summary>Conditional orders that have not gone off.</summary>
    public int WaitingOrders => _stops.Waiting;

    /// <summary>Highest price at which a buy is accepted now.</summary>
    public Price HighestBuy => Price.FromTicks(Math.Min(_highestBuy, _rules.MaxPrice.Ticks));

    /// <summary>Lowest price at which a sell is accepted now.</summary>
    public Price LowestSell => Price.FromTicks(Math.Max(1, _lowestSell));

    /// <summary>Zero before the first.</summary>
    public Price LastTrade => Price.FromTicks(_stops.PriceOf(PriceSource.Last));

    /// <summary>The first level of a side; both zero where it is empty.</summary>
    public DepthLevel Best(Side side)
    {
        PriceLadder ladder = LadderOf(side);
        return ladder.Best == PriceLadder.NoRank ? default : DepthAt(side, ladder.Best);
    }

    /// <summary>The first price of a side; zero where it is empty.</summary>
    public Price BestPrice(Side side)
    {
        int best = LadderOf(side).Best;
        return best == PriceLadder.NoRank ? Price.Zero : Price.FromTicks(Ranks.Of(side, best));
    }

    /// <summary>Best ask less best bid; null where a side is empty.</summary>
    public PriceDelta? Spread
    {
        get
        {
            bool empty =
                LadderOf(Side.Buy).Best == PriceLadder.NoRank || LadderOf(Side.Sell).Best == PriceLadder.NoRank;
            return empty ? null : BestPrice(Side.Sell) - BestPrice(Side.Buy);
        }
    }

    /// <summary>Lots that a side shows at a price and at all better ones.</summary>
    public Quantity QuantityTo(Side side, Price worst)
    {
        PriceLadder ladder = LadderOf(side);
        int lowest = LowestRank(side, worst);
        long lots = 0;
        for (int rank = ladder.Best; rank >= lowest && rank != PriceLadder.NoRank; rank = ladder.Below(rank))
        {
            lots += ladder.LevelAt(rank)->Quantity;
        }

        return Quantity.FromLots(lots);
    }

    /// <summary>Lots that a side shows no further than a share of the mid price from it; zero where a side is empty.</summary>
    /// <param name="share">Not negative. Of the mid, which may be half a tick: the farthest price is rounded towards it.</param>
    public Quantity QuantityWithin(Side side, Rate share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share.Numerator);
        if (Spread is null)
        {
            return Quantity.Zero;
        }

        Int128 twiceMid = BestPrice(Side.Buy).Ticks + BestPrice(Side.Sell).Ticks;
        Int128 whole = share.Denominator;
        Int128 price =
            side == Side.Buy
                ? ((twiceMid * Int128.Max(0, whole - share.Numerator)) + (2 * whole) - 1) / (2 * whole)
                : twiceMid * (whole + share.Numerator) / (2 * whole);
        return QuantityTo(side, Price.FromTicks((long)Int128.Min(price, BookRules.HighestPrice)));
    }

    /// <summary>A snapshot of the depth of a side from its best price.</summary>
    /// <returns>How many levels were written.</returns>
    public int CopyDepth(Side side, Span<DepthLevel> levels) =>
        CopyDepth(side, side == Side.Buy ? default : Price.FromTicks(BookRules.HighestPrice), levels);

    /// <summary>The same at a price and at all better ones.</summary>
    /// <inheritdoc cref="CopyDepth(Side, Span{DepthLevel})"/>
    public int CopyDepth(Side side, Price worst, Span<DepthLevel> levels)
    {
        PriceLadder ladder = LadderOf(side);
        int lowest = LowestRank(side, worst);
        int count = 0;
        for (
            int rank = ladder.Best;
            rank != PriceLadder.NoRank && rank >= lowest && count < levels.Length;
            rank = ladder.Below(rank)
        )
        {
            levels[count++] = DepthAt(side, rank);
        }

        return count;
    }

    /// <summary>The orders of a side in the order in which they would trade.</summary>
    /// <returns>How many were written.</returns>
    public int CopyQueue(Side side, Span<OrderState> orders) => Copy(LadderOf(side), orders);

    /// <summary>The conditional orders of a side that wait for a price, from the next to go off.</summary>
    /// <returns>How many were written.</returns>
    public int CopyWaiting(PriceSource source, Side side, Span<OrderState> orders) =>
        Copy(_stops.LadderOf(source, side), orders);

    /// <summary>Owner of an open order; <see cref="NewOrder.NoOwner"/> where it has none, or where no open order has the number.</summary>
    public int OwnerOf(OrderId id)
    {
        uint slot = _orders.Find(id.Value);
        return slot == 0 ? NewOrder.NoOwner : _orders.Rows[slot].Owner;
    }

    /// <summary>What of an order may still trade, hidden part and conditional orders included; zero where no open order has the number.</summary>
    public Quantity OpenOf(OrderId id)
    {
        uint slot = _orders.Find(id.Value);
        return slot == 0 ? Quantity.Zero : Quantity.FromLots(OpenQuantity(slot));
    }

    /// <summary>Terms of an open order; the default where no open order has the number.</summary>
    public OrderTerms TermsOf(OrderId id)
    {
        uint slot = _orders.Find(id.Value);
        return slot == 0 ? default : _orders.Rows[slot].Terms;
    }

    /// <returns>False if no open order has the number.</returns>
    public bool TryGet(OrderId id, out OrderState order)
    {
        uint slot = _orders.Find(id.Value);
        order = slot == 0 ? default : StateOf(slot);
        return slot != 0;
    }

    /// <summary>The owner's open order that came to rest first; zero where there is none.</summary>
    public OrderId FirstOrderOf(int owner) => NumberOrZero(_owners.First(owner));

    /// <summary>The next open order of the same owner; zero after the last. Read it before changing this one.</summary>
    public OrderId NextOrderOfSameOwner(OrderId id)
    {
        uint slot = _orders.Find(id.Value);
        return slot == 0 || _orders.Rows[slot].Owner < 0 ? default : NumberOrZero(_owners.After(slot));
    }

    private OrderId NumberOrZero(uint slot) => slot == 0 ? default : new OrderId(_orders.Rows[slot].Number);

    private static int LowestRank(Side side, Price worst) =>
        Ranks.Of(side, (int)Math.Clamp(worst.Ticks, 0, BookRules.HighestPrice));

    private DepthLevel DepthAt(Side side, int rank) =>
        new(Price.FromTicks(Ranks.Of(side, rank)), Quantity.FromLots(LadderOf(side).LevelAt(rank)->Quantity));

    private int Copy(PriceLadder? ladder, Span<OrderState> orders)
    {
        int count = 0;
        for (int rank = ladder?.Best ?? PriceLadder.NoRank; rank != PriceLadder.NoRank; rank = ladder!.Below(rank))
        {
            for (uint slot = ladder!.LevelAt(rank)->Head; slot != 0; slot = _orders.Rows[slot].Next)
            {
                if (count == orders.Length)
                {
                    return count;
                }

                orders[count++] = StateOf(slot);
            }
        }

        return count;
    }

    private OrderState StateOf(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        bool waits = order->Terms.IsConditional;
        OrderState state = new(
            new OrderId(order->Number),
            order->Owner,
            order->Terms,
            Price.FromTicks(LimitOf(slot)),
            Quantity.FromLots(waits ? 0 : order->Quantity),
            Quantity.FromLots(waits ? order->Quantity : OpenQuantity(slot) - order->Quantity),
            Price.FromTicks(waits ? order->Price : 0)
        );
        return order->Attributes == 0 ? state : WithAttributes(state, _attributes[order->Attributes]);
    }

    private static OrderState WithAttributes(in OrderState state, in OrderAttributes attributes) =>
        state with
        {
            Peak = Quantity.FromLots(state.Terms.IsIceberg ? attributes.Peak : 0),
            ExpiresAt =
                state.Terms.TimeInForce == TimeInForce.GoodTillTime
                    ? Timestamp.FromUnixNanoseconds(attributes.ExpiresAt)
                    : default,
        };
}
