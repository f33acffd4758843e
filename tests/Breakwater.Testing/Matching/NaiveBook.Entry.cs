using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

public sealed partial class NaiveBook
{
    // Every reason in the order of its precedence, with the condition under which it holds.
    private OrderRejection Examine(NewOrder order)
    {
        OrderTerms terms = order.Terms;
        bool rests =
            !terms.IsMarket
            && (terms.TimeInForce == TimeInForce.GoodTillCancelled || terms.TimeInForce == TimeInForce.GoodTillTime);
        bool auction = _phase == TradingPhase.Auction;
        (OrderRejection Reason, Func<bool> Holds)[] reasons =
        [
            (OrderRejection.TradingHalted, () => _phase == TradingPhase.Halted),
            (OrderRejection.NotInAuction, () => auction && !terms.IsConditional && (!rests || terms.IsPostOnly)),
            (OrderRejection.ContradictoryTerms, () => Contradict(order, rests)),
            (OrderRejection.InvalidQuantity, () => !InRange(order.Quantity.Lots, rules.MaxQuantity.Lots)),
            (OrderRejection.QuantityOffStep, () => order.Quantity.Lots % rules.QuantityStep != 0),
            (OrderRejection.InvalidPrice, () => !terms.IsMarket && !InRange(order.Price.Ticks, rules.MaxPrice.Ticks)),
            (OrderRejection.PriceOffStep, () => !terms.IsMarket && order.Price.Ticks % rules.PriceStep != 0),
            (OrderRejection.InvalidDisplay, () => terms.IsIceberg && !IsDisplay(order)),
            (OrderRejection.InvalidStop, () => terms.IsConditional && !IsStop(order.Stop.Ticks)),
            (
                OrderRejection.AlreadyExpired,
                () => terms.TimeInForce == TimeInForce.GoodTillTime && order.ExpiresAt <= _now
            ),
            (OrderRejection.NotionalTooSmall, () => TooSmall(terms, JudgedAt(order), order.Quantity.Lots)),
            (
                OrderRejection.PriceOutsideBand,
                () => !terms.IsMarket && !terms.IsConditional && OutsideBand(terms.Side, order.Price.Ticks)
            ),
            (OrderRejection.StopWouldTrigger, () => terms.IsConditional && Passed(terms, order.Stop.Ticks)),
            (
                OrderRejection.PostOnlyWouldTake,
                () => terms.IsPostOnly && !terms.IsConditional && Crosses(terms.Side, order.Price.Ticks)
            ),
        ];
        return Array.Find(reasons, candidate => candidate.Holds()).Reason;
    }

    private OrderRejection ExamineAmendment(NaiveOrder? order, long price, long quantity)
    {
        bool moves = order is not null && !KeepsItsPlace(order, price, quantity);
        (OrderRejection Reason, Func<bool> Holds)[] reasons =
        [
            (OrderRejection.TradingHalted, () => _phase == TradingPhase.Halted),
            (OrderRejection.UnknownOrder, () => order is null),
            (OrderRejection.NotAmendable, () => order!.Terms.IsConditional),
            (OrderRejection.InvalidQuantity, () => !InRange(quantity, rules.MaxQuantity.Lots)),
            (OrderRejection.QuantityOffStep, () => quantity % rules.QuantityStep != 0),
            (OrderRejection.InvalidPrice, () => moves && !InRange(price, rules.MaxPrice.Ticks)),
            (OrderRejection.PriceOffStep, () => moves && price % rules.PriceStep != 0),
            (OrderRejection.NotionalTooSmall, () => moves && TooSmall(order!.Terms, price, quantity)),
            (OrderRejection.PriceOutsideBand, () => moves && OutsideBand(order!.Terms.Side, price)),
            (
                OrderRejection.PostOnlyWouldTake,
                () => moves && order!.Terms.IsPostOnly && Crosses(order.Terms.Side, price)
            ),
        ];
        return Array.Find(reasons, candidate => candidate.Holds()).Reason;
    }

    private static bool KeepsItsPlace(NaiveOrder order, long price, long quantity) =>
        price == order.Price && quantity <= order.Open;

    private static bool Contradict(NewOrder order, bool rests)
    {
        OrderTerms terms = order.Terms;
        bool market =
            terms.IsMarket
            && (
                order.Price.Ticks != 0
                || terms.IsPostOnly
                || (terms.TimeInForce == TimeInForce.GoodTillTime && !terms.IsConditional)
            );
        bool unknown =
            terms.Trigger > PriceSource.Last
            || terms.SelfTrade > SelfTradePrevention.Decrement
            || terms.Bits >= 1 << 13;
        return market
            || unknown
            || (terms.IsPostOnly && !rests)
            || (terms.IsIceberg && (!rests || terms.IsConditional));
    }

    private static bool InRange(long value, long most) => value >= 1 && value <= most;

    private bool IsDisplay(NewOrder order) =>
        order.Displayed.Lots >= 1
        && order.Displayed <= order.Quantity
        && order.Displayed.Lots % rules.QuantityStep == 0;

    private bool IsStop(long stop) => InRange(stop, rules.MaxPrice.Ticks) && stop % rules.PriceStep == 0;

    private bool TooSmall(OrderTerms terms, long price, long quantity) =>
        price != 0
        && !terms.IsReduceOnly
        && instrument.Notional(Price.FromTicks(price), Quantity.FromLots(quantity)) < rules.MinNotional;

    private long JudgedAt(NewOrder order)
    {
        long mark = _prices[(int)PriceSource.Mark];
        long market = mark != 0 ? mark : _prices[(int)PriceSource.Last];
        return !order.Terms.IsMarket ? order.Price.Ticks
            : order.Terms.IsConditional ? order.Stop.Ticks
            : market;
    }

    private bool Crosses(Side side, long price) =>
        _phase == TradingPhase.Continuous
        && (side == Side.Buy ? _asks.First?.Price <= price : _bids.First?.Price >= price);

    private bool OutsideBand(Side side, long price) =>
        side == Side.Buy ? price > BandLimit(side) : price < BandLimit(side);

    private long BandLimit(Side side)
    {
        long mark = _prices[(int)PriceSource.Mark];
        if (mark == 0 || rules.Band is not { } band)
        {
            return side == Side.Buy ? long.MaxValue : 0;
        }

        decimal width = (decimal)mark * band.Numerator / band.Denominator;
        return (long)(side == Side.Buy ? Math.Floor(mark + width) : Math.Ceiling(mark - width));
    }
}
