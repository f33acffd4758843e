using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>A book rebuilt from events alone, with a hash of its state that each event updates.</summary>
public sealed class BookReplica
{
    private readonly Dictionary<long, Entry> _orders = [];

    /// <summary>Exclusive or of the hashes of all open orders, their place in the queue included.</summary>
    public ulong StateHash { get; private set; }

    public int OpenOrders => _orders.Count;

    public void Apply(in MarketEvent fact)
    {
        long sequence = fact.Sequence;
        switch (fact.Kind)
        {
            case EventKind.OrderAccepted:
                Accept(fact);
                break;
            case EventKind.OrderFilled or EventKind.OrderDecremented:
                Meet(fact);
                break;
            case EventKind.OrderReplenished:
                Replenish(fact);
                break;
            case EventKind.OrderTriggered:
                Change(fact.Order.Value, entry => entry with { Waits = false, Place = sequence });
                break;
            case EventKind.OrderAmended:
                Amend(fact);
                break;
            case EventKind.OrderCancelled or EventKind.OrderExpired:
                Require(_orders[fact.Order.Value].Open == fact.Quantity.Lots, "a cancel states what was open");
                Change(fact.Order.Value, entry => entry with { Open = 0, Shown = 0 });
                break;
            default:
                break;
        }
    }

    /// <summary>The same hash, from a book's own answers. The places come from the replica and must rise along each queue.</summary>
    public ulong HashOf(IBook book)
    {
        ulong hash = 0;
        foreach (Side side in (Side[])[Side.Buy, Side.Sell])
        {
            hash ^= HashOf(book.Queue(side), waits: false);
            foreach (PriceSource source in Enum.GetValues<PriceSource>())
            {
                hash ^= HashOf(book.Waiting(source, side), waits: true);
            }
        }

        return hash;
    }

    private ulong HashOf(IReadOnlyList<OrderState> queue, bool waits)
    {
        ulong hash = 0;
        (long Price, long Place) previous = (-1, -1);
        foreach (OrderState order in queue)
        {
            long place = _orders[order.Id.Value].Place;
            long price = waits ? order.Stop.Ticks : order.Price.Ticks;
            Require(price != previous.Price || place > previous.Place, "orders of one price queue by arrival");
            previous = (price, place);
            long shown = waits ? order.Open.Lots : order.Displayed.Lots;
            hash ^= new Entry(
                order.Owner,
                order.Terms.Side,
                waits,
                order.Price.Ticks,
                order.Open.Lots,
                shown,
                0,
                place
            ).Hash(order.Id.Value);
        }

        return hash;
    }

    private void Accept(in MarketEvent fact)
    {
        OrderTerms terms = new((uint)fact.Reference);
        long peak = terms.IsIceberg ? fact.SecondAmount.MinorUnits : 0;
        long open = fact.Quantity.Lots;
        Entry entry = new(
            fact.Account,
            terms.Side,
            terms.IsConditional,
            fact.Price.Ticks,
            open,
            open,
            peak,
            fact.Sequence
        );
        _orders.Add(fact.Order.Value, default);
        Change(fact.Order.Value, _ => entry.ShowingAtMostItsPeak());
    }

    private void Meet(MarketEvent fact)
    {
        const byte auction = 2;
        long quantity = fact.Quantity.Lots;
        Change(fact.MakerOrder.Value, maker => maker.Without(quantity));
        Change(
            fact.Order.Value,
            taker =>
                fact.Detail == auction
                    ? taker.Without(quantity)
                    : (taker with { Open = taker.Open - quantity }).ShowingAtMostItsPeak()
        );
    }

    private void Amend(MarketEvent fact)
    {
        Require(_orders[fact.Order.Value].Open == fact.Reference, "an amendment states what was open");
        Change(
            fact.Order.Value,
            entry =>
                entry with
                {
                    Price = fact.Price.Ticks,
                    Open = fact.Quantity.Lots,
                    Shown = fact.SecondAmount.MinorUnits,
                    Place = fact.Detail >= MarketEvent.KeptPlace ? entry.Place : fact.Sequence,
                }
        );
    }

    private void Replenish(MarketEvent fact) =>
        Change(
            fact.Order.Value,
            entry =>
                entry with
                {
                    Shown = fact.Quantity.Lots,
                    Open = fact.Quantity.Lots + fact.SecondAmount.MinorUnits,
                    Place = fact.Sequence,
                }
        );

    private void Change(long number, Func<Entry, Entry> change)
    {
        Entry before = _orders[number];
        Entry after = change(before);
        Require(after.Open >= 0 && after.Shown >= 0 && after.Shown <= after.Open, "no order goes below zero");
        StateHash ^= before.Open == 0 ? 0 : before.Hash(number);
        StateHash ^= after.Open == 0 ? 0 : after.Hash(number);
        _orders[number] = after;
        if (after.Open == 0)
        {
            _orders.Remove(number);
        }
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"broken: {rule}");
        }
    }

    private readonly record struct Entry(
        int Owner,
        Side Side,
        bool Waits,
        long Price,
        long Open,
        long Shown,
        long Peak,
        long Place
    )
    {
        public Entry ShowingAtMostItsPeak() => this with { Shown = Peak == 0 ? Open : Math.Min(Peak, Open) };

        public Entry Without(long quantity) => this with { Open = Open - quantity, Shown = Shown - quantity };

        public ulong Hash(long number)
        {
            ulong hash = unchecked((ulong)number);
            foreach (long part in (ReadOnlySpan<long>)[Owner, (long)Side, Waits ? 1 : 0, Price, Open, Shown, Place])
            {
                hash = Draws.Mix(hash ^ unchecked((ulong)part));
            }

            return hash;
        }
    }
}
