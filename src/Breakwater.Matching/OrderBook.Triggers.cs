using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Conditional orders, and the prices from outside that set them off.</summary>
public sealed unsafe partial class OrderBook
{
    private readonly IOpeningLimit? _openings;

    /// <summary>A new mark price: moves the band and sets off what waited for it.</summary>
    public void UpdateMark(Price mark)
    {
        Update(PriceSource.Mark, mark);
        UpdateBand();
        RunTriggers();
    }

    /// <summary>A new index price: sets off what waited for it.</summary>
    public void UpdateIndex(Price index)
    {
        Update(PriceSource.Index, index);
        RunTriggers();
    }

    private void Update(PriceSource source, Price price)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price.Ticks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(price.Ticks, BookRules.HighestPrice);
        _stops.Set(source, (int)price.Ticks);
    }

    private void Park(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        _stops.Add(order->Terms, _orders.Rows, slot);
        ScheduleExpiry(slot);
        if (order->Owner >= 0)
        {
            _owners.Append(order->Owner, slot, _orders.Slots);
        }
    }

    // One at a time: each may trade, and so set off the next.
    private void RunTriggers()
    {
        if (Phase != TradingPhase.Continuous)
        {
            return;
        }

        for (uint slot = _stops.NextPassed(); slot != 0; slot = _stops.NextPassed())
        {
            Trigger(slot);
        }
    }

    private void Trigger(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        OrderTerms terms = order->Terms;
        int quantity = order->Quantity;
        WriteTriggered(slot, _stops.PriceOf(terms.Trigger));
        Withdraw(slot);
        order->Terms = terms with { IsConditional = false };
        order->Price = terms.IsMarket ? WorstPrice(terms.Side) : _attributes[order->Attributes].LimitAfterTrigger;
        OrderRejection unsound = terms.IsMarket ? OrderRejection.None : ExamineLimit(terms, order->Price);
        if (unsound != OrderRejection.None)
        {
            bool band = unsound == OrderRejection.PriceOutsideBand;
            Drop(slot, quantity, band ? CancelReason.PriceBand : CancelReason.PostOnlyWouldTake);
        }
        else if (!CanOpen(slot, quantity))
        {
            Drop(slot, quantity, CancelReason.InsufficientMargin);
        }
        else
        {
            EnterWithinLimit(slot, quantity);
        }
    }

    private bool CanOpen(uint slot, int quantity)
    {
        OrderSlot* order = _orders.Rows + slot;
        return _openings is null
            || order->Owner < 0
            || order->Terms.IsReduceOnly
            || _openings.CanOpen(
                _instrument,
                order->Owner,
                order->Terms.Side,
                Quantity.FromLots(quantity),
                Price.FromTicks(LimitOf(slot))
            );
    }

    private void WriteTriggered(uint slot, int price)
    {
        OrderSlot* order = _orders.Rows + slot;
        MarketEvent.WriteOrderTriggered(
            ref _log.Next(),
            Now,
            Facts(slot, (byte)order->Terms.Side),
            order->Quantity,
            price,
            order->Price
        );
    }
}
