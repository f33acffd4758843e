using Breakwater.Domain;

namespace Breakwater.Matching;

public sealed unsafe partial class OrderBook
{
    /// <summary>Gives an open order a new price and a new open quantity, under its old number.</summary>
    /// <param name="quantity">What is to be open from now on, hidden part included; what was filled does not count.</param>
    /// <remarks>
    /// At the same price and no larger it keeps its place, an iceberg losing hidden quantity first. Otherwise it leaves the
    /// queue and arrives anew: it may trade, and it rests last. A rejected amendment leaves the order as it was.
    /// </remarks>
    /// <returns>False if it was rejected.</returns>
    public bool Amend(OrderId id, Price price, Quantity quantity)
    {
        uint slot = _orders.Find(id.Value);
        OrderRejection reason = ExamineAmendment(slot, price, quantity);
        if (reason != OrderRejection.None)
        {
            Reject(reason, id, quantity, price);
            return false;
        }

        if (KeepsItsPlace(slot, price, quantity))
        {
            Reduce(slot, (int)quantity.Lots);
            return true;
        }

        Withdraw(slot);
        OrderSlot* order = _orders.Rows + slot;
        order->Price = (int)price.Ticks;
        int before = OpenQuantity(slot);
        WriteAmended(slot, 0, before, quantity.Lots, FirstSlice(slot, (int)quantity.Lots));
        EnterWithinLimit(slot, (int)quantity.Lots);
        if (_stops.Waiting != 0)
        {
            RunTriggers();
        }

        return true;
    }

    private OrderRejection ExamineAmendment(uint slot, Price price, Quantity quantity)
    {
        if (Phase == TradingPhase.Halted)
        {
            return OrderRejection.TradingHalted;
        }

        if (slot == 0)
        {
            return OrderRejection.UnknownOrder;
        }

        if (_orders.Rows[slot].Terms.IsConditional)
        {
            return OrderRejection.NotAmendable;
        }

        OrderRejection reason = ExamineQuantity(quantity);
        return reason == OrderRejection.None && !KeepsItsPlace(slot, price, quantity)
            ? ExamineNewTerms(_orders.Rows[slot].Terms, price, quantity)
            : reason;
    }

    private OrderRejection ExamineNewTerms(OrderTerms terms, Price price, Quantity quantity)
    {
        OrderRejection reason = ExaminePrice(price);
        if (reason != OrderRejection.None)
        {
            return reason;
        }

        return IsTooSmall(terms, price.Ticks, quantity)
            ? OrderRejection.NotionalTooSmall
            : ExamineLimit(terms, (int)price.Ticks);
    }

    private bool KeepsItsPlace(uint slot, Price price, Quantity quantity) =>
        price.Ticks == _orders.Rows[slot].Price && quantity.Lots <= OpenQuantity(slot);

    private void Reduce(uint slot, int quantity)
    {
        OrderSlot* order = _orders.Rows + slot;
        int before = OpenQuantity(slot);
        int shown = Math.Min(order->Quantity, quantity);
        Side side = order->Terms.Side;
        LadderOf(side).LevelAt(Ranks.Of(side, order->Price))->Quantity -= order->Quantity - shown;
        order->Quantity = shown;
        if (order->Attributes != 0)
        {
            _attributes[order->Attributes].Reserve = quantity - shown;
        }

        WriteAmended(slot, MarketEvent.KeptPlace, before, quantity, shown);
    }

    private void WriteAmended(uint slot, byte place, int before, long quantity, long shown) =>
        MarketEvent.WriteOrderAmended(
            ref _log.Next(),
            Now,
            Facts(slot, (byte)((byte)_orders.Rows[slot].Terms.Side + place), before),
            quantity,
            LimitOf(slot),
            shown
        );
}
