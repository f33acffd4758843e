using System.Runtime.InteropServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Folds the events of one book into changes of its levels, so that the book itself carries no observers.</summary>
/// <remarks>
/// It starts with an empty book and must see every event. A level that several events of a batch touch is reported once,
/// as it stands at the end of the batch, in the order in which the levels were first touched; a batch that ends where the
/// log is flushed after a command shows what <see cref="OrderBook.CopyDepth(Side, Span{DepthLevel})"/> shows.
/// </remarks>
public sealed class DepthFeed(InstrumentId instrument, IDepthObserver observer) : IEventObserver
{
    private readonly Dictionary<long, Shown> _orders = [];
    private readonly Dictionary<(Side Side, Price Price), long> _levels = [];
    private readonly List<(Side Side, Price Price)> _touched = [];
    private readonly HashSet<(Side Side, Price Price)> _isTouched = [];

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            if (fact.Instrument == instrument.Index)
            {
                Apply(fact);
            }
        }

        Publish();
    }

    private void Apply(in MarketEvent fact)
    {
        switch (fact.Kind)
        {
            case EventKind.OrderAccepted:
                Accept(fact);
                break;
            case EventKind.OrderTriggered:
                Enter(fact.Order.Value);
                break;
            case EventKind.OrderFilled or EventKind.OrderDecremented:
                Reduce(fact.MakerOrder.Value, fact.Quantity.Lots, ofTotal: false);
                Reduce(fact.Order.Value, fact.Quantity.Lots, ofTotal: fact.Detail != MarketEvent.AuctionFill);
                break;
            case EventKind.OrderReplenished:
                Show(fact.Order.Value, fact.Price, fact.Quantity.Lots, fact.SecondAmount.MinorUnits);
                break;
            case EventKind.OrderAmended:
                long shown = fact.SecondAmount.MinorUnits;
                Show(fact.Order.Value, fact.Price, shown, fact.Quantity.Lots - shown);
                break;
            case EventKind.OrderCancelled or EventKind.OrderExpired:
                Show(fact.Order.Value, fact.Price, 0, 0);
                break;
            default:
                break;
        }
    }

    private void Accept(in MarketEvent fact)
    {
        OrderTerms terms = new((uint)fact.Reference);
        long peak = terms.IsIceberg ? fact.SecondAmount.MinorUnits : long.MaxValue;
        _orders.Add(fact.Order.Value, new Shown(terms.Side, fact.Price, 0, fact.Quantity.Lots, peak));
        if (!terms.IsConditional)
        {
            Enter(fact.Order.Value);
        }
    }

    // Shown from the start, though it may trade at once: by the end of the command the fills have taken that back.
    private void Enter(long number)
    {
        Shown order = _orders[number];
        long shown = Math.Min(order.Peak, order.Hidden);
        Show(number, order.Price, shown, order.Hidden - shown);
    }

    private void Reduce(long number, long quantity, bool ofTotal)
    {
        Shown order = _orders[number];
        long open = order.Quantity + order.Hidden - quantity;
        long shown = ofTotal ? Math.Min(order.Peak, open) : order.Quantity - quantity;
        Show(number, order.Price, shown, open - shown);
    }

    private void Show(long number, Price price, long shown, long hidden)
    {
        Shown order = _orders[number];
        Add(order.Side, order.Price, -order.Quantity);
        Add(order.Side, price, shown);
        if (shown + hidden == 0)
        {
            _orders.Remove(number);
        }
        else
        {
            _orders[number] = order with { Price = price, Quantity = shown, Hidden = hidden };
        }
    }

    private void Add(Side side, Price price, long quantity)
    {
        if (quantity == 0)
        {
            return;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(_levels, (side, price), out _) += quantity;
        if (_isTouched.Add((side, price)))
        {
            _touched.Add((side, price));
        }
    }

    private void Publish()
    {
        foreach ((Side side, Price price) in _touched)
        {
            long quantity = _levels[(side, price)];
            if (quantity == 0)
            {
                _levels.Remove((side, price));
            }

            observer.LevelChanged(side, new DepthLevel(price, Quantity.FromLots(quantity)));
        }

        _touched.Clear();
        _isTouched.Clear();
    }

    private readonly record struct Shown(Side Side, Price Price, long Quantity, long Hidden, long Peak);
}
