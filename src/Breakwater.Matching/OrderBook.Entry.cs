using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>What an order must satisfy before the book takes it.</summary>
public sealed unsafe partial class OrderBook
{
    // The least price times quantity, in ticks times lots.
    private readonly long _leastTickLots;

    // The band, as the highest price that may buy and the lowest that may sell.
    private int _highestBuy;
    private int _lowestSell;

    // What a plain order must lie within to be sound on every count that Examine knows; empty where none passes unexamined.
    private ulong _plainLowestPrice;
    private ulong _plainPriceSpan;
    private ulong _plainQuantities;

    private static long LeastTickLots(Instrument instrument, BookRules rules)
    {
        if (instrument.Kind == ContractKind.Inverse)
        {
            return rules.MinNotional.IsZero
                ? 0
                : throw new ArgumentException(
                    $"{instrument.Symbol}: the least order of an inverse contract is so many lots, not a notional",
                    nameof(rules)
                );
        }

        long unit = instrument.MinorUnitsPerTickLot;
        return (rules.MinNotional.MinorUnits / unit) + (rules.MinNotional.MinorUnits % unit == 0 ? 0 : 1);
    }

    // Four comparisons in place of Examine, for the orders that are nearly all orders.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsPlainAndSound(in NewOrder order)
    {
        ulong price = (ulong)order.Price.Ticks;
        ulong quantity = (ulong)order.Quantity.Lots;
        return quantity - 1 < _plainQuantities
            && price - _plainLowestPrice < _plainPriceSpan
            && !order.Terms.Has(OrderTerms.RareBits | _limitedMakerBits)
            && (long)(price * quantity) >= _leastTickLots
            && order.Terms.Bits < OrderTerms.FirstUnknownBits;
    }

    private OrderRejection Examine(in NewOrder order)
    {
        if (Phase == TradingPhase.Halted)
        {
            return OrderRejection.TradingHalted;
        }

        if (Phase == TradingPhase.Auction && !order.Terms.CanGather)
        {
            return OrderRejection.NotInAuction;
        }

        if (order.Terms.AreContradictory || (order.Terms.IsMarket && order.Price != Price.Zero))
        {
            return OrderRejection.ContradictoryTerms;
        }

        OrderRejection reason = ExamineQuantity(order.Quantity);
        reason = reason == OrderRejection.None && !order.Terms.IsMarket ? ExaminePrice(order.Price) : reason;
        reason =
            reason == OrderRejection.None && order.Terms.Has(OrderTerms.AttributeBits)
                ? ExamineAttributes(order)
                : reason;
        return reason == OrderRejection.None ? ExamineAgainstMarket(order) : reason;
    }

    private OrderRejection ExamineQuantity(Quantity quantity)
    {
        if (quantity <= Quantity.Zero || quantity > _rules.MaxQuantity)
        {
            return OrderRejection.InvalidQuantity;
        }

        return quantity.Lots % _rules.QuantityStep != 0 ? OrderRejection.QuantityOffStep : OrderRejection.None;
    }

    private OrderRejection ExaminePrice(Price price)
    {
        if (price <= Price.Zero || price > _rules.MaxPrice)
        {
            return OrderRejection.InvalidPrice;
        }

        return price.Ticks % _rules.PriceStep != 0 ? OrderRejection.PriceOffStep : OrderRejection.None;
    }

    private OrderRejection ExamineAttributes(in NewOrder order)
    {
        if (
            order.Terms.IsIceberg
            && (order.Displayed > order.Quantity || ExamineQuantity(order.Displayed) != OrderRejection.None)
        )
        {
            return OrderRejection.InvalidDisplay;
        }

        if (order.Terms.IsConditional && ExaminePrice(order.Stop) != OrderRejection.None)
        {
            return OrderRejection.InvalidStop;
        }

        bool timed = order.Terms.TimeInForce == TimeInForce.GoodTillTime;
        return timed && order.ExpiresAt <= Now ? OrderRejection.AlreadyExpired : OrderRejection.None;
    }

    private OrderRejection ExamineAgainstMarket(in NewOrder order)
    {
        if (IsTooSmall(order.Terms, NotionalPrice(order), order.Quantity))
        {
            return OrderRejection.NotionalTooSmall;
        }

        if (order.Terms.IsConditional)
        {
            bool passed = _stops.Passed(order.Terms, (int)order.Stop.Ticks);
            return passed ? OrderRejection.StopWouldTrigger : OrderRejection.None;
        }

        return order.Terms.IsMarket ? OrderRejection.None : ExamineLimit(order.Terms, (int)order.Price.Ticks);
    }

    private OrderRejection ExamineLimit(OrderTerms terms, int price)
    {
        if (IsOutsideBand(terms.Side, price))
        {
            return OrderRejection.PriceOutsideBand;
        }

        bool takes = Phase == TradingPhase.Continuous && Crosses(terms.Side, price);
        return terms.IsPostOnly && takes ? OrderRejection.PostOnlyWouldTake : OrderRejection.None;
    }

    private bool IsTooSmall(OrderTerms terms, long price, Quantity quantity) =>
        price != 0 && !terms.IsReduceOnly && price * quantity.Lots < _leastTickLots;

    private long NotionalPrice(in NewOrder order)
    {
        if (!order.Terms.IsMarket)
        {
            return order.Price.Ticks;
        }

        int mark = _stops.PriceOf(PriceSource.Mark);
        int market = mark != 0 ? mark : _stops.PriceOf(PriceSource.Last);
        return order.Terms.IsConditional ? order.Stop.Ticks : market;
    }

    private bool IsOutsideBand(Side side, int price) => side == Side.Buy ? price > _highestBuy : price < _lowestSell;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Crosses(Side side, int price)
    {
        Side opposite = (Side)(1 - (int)side);
        return LadderOf(opposite).Best >= Ranks.Of(opposite, price);
    }

    // The worst price at which a market order may trade.
    private int WorstPrice(Side side) => side == Side.Buy ? _highestBuy : _lowestSell;

    private void UpdateBand()
    {
        int mark = _stops.PriceOf(PriceSource.Mark);
        bool none = mark == 0 || _rules.Band is null;
        Rate band = _rules.Band ?? Rate.Zero;
        Int128 width = (Int128)mark * band.Numerator / band.Denominator;
        _highestBuy = none ? (int)BookRules.HighestPrice : (int)Int128.Min(BookRules.HighestPrice, mark + width);
        _lowestSell = none ? 0 : (int)Int128.Max(0, mark - width);
        UpdatePlainOrders();
    }

    private void UpdatePlainOrders()
    {
        bool unexamined = Phase == TradingPhase.Continuous && _rules is { PriceStep: 1, QuantityStep: 1 };
        long lowest = Math.Max(1, _lowestSell);
        long highest = Math.Min(_rules.MaxPrice.Ticks, _highestBuy);
        _plainLowestPrice = (ulong)lowest;
        _plainPriceSpan = (ulong)Math.Max(0, highest - lowest + 1);
        _plainQuantities = unexamined ? (ulong)_rules.MaxQuantity.Lots : 0;
    }
}
