using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>The order book of one instrument: price-time priority, every order type, commands in and events out.</summary>
/// <remarks>
/// Knows orders and opaque owners, not accounts. Every command writes its events to the log before it returns; time moves
/// only by <see cref="AdvanceTo"/>. Deterministic and single-threaded. Allocates only to grow beyond any earlier size.
/// The rules in full: docs/matching.md.
/// </remarks>
public sealed unsafe partial class OrderBook
{
    private const int FirstCapacity = 128;

    private readonly InstrumentId _instrument;
    private readonly BookRules _rules;
    private readonly EventLog _log;
    private readonly OrderSlots _orders;
    private readonly PriceLadder[] _sides = [new(), new()];
    private readonly AttributeTable _attributes = new();
    private readonly ExpiryQueue _expiries;
    private readonly OwnerOrders _owners = new();
    private readonly StopOrders _stops = new();

    // Set where self-trade prevention ends the order that is being matched; read and reset by Enter.
    private bool _takerStopped;

    /// <param name="log">Takes the events. Several books may share one.</param>
    /// <param name="capacity">Orders for which there is room without growing.</param>
    /// <param name="reductions">Limits reduce-only orders; null where nobody knows positions, and the mark is only carried.</param>
    /// <param name="openings">Limits conditional orders when they go off; null where nobody knows margins, and all enter.</param>
    public OrderBook(
        Instrument instrument,
        BookRules rules,
        EventLog log,
        int capacity = FirstCapacity,
        IReductionLimit? reductions = null,
        IOpeningLimit? openings = null
    )
    {
        _reductions = reductions;
        _openings = openings;
        _limitedMakerBits = reductions is null ? 0 : OrderTerms.ReduceOnlyBit;
        rules.ThrowIfUnsound();
        _instrument = instrument.Id;
        _rules = rules;
        _log = log;
        _orders = new OrderSlots(Math.Max(capacity, FirstCapacity));
        _expiries = new ExpiryQueue(_attributes);
        _leastTickLots = LeastTickLots(instrument, rules);
        UpdateBand();
    }

    public Timestamp Now { get; private set; }

    public TradingPhase Phase { get; private set; }

    /// <summary>Takes an order.</summary>
    /// <returns>The order's number while it lives, or zero if it was rejected.</returns>
    public OrderId Submit(in NewOrder order)
    {
        if (!IsPlainAndSound(order))
        {
            return SubmitExamined(order);
        }

        return Crosses(order.Terms.Side, (int)order.Price.Ticks) ? Take(order) : RestPlain(order);
    }

    /// <returns>False if no open order has the number; the event says so.</returns>
    public bool Cancel(OrderId id)
    {
        uint slot = _orders.Find(id.Value);
        OrderSlot* rows = _orders.Rows;
        if (slot == 0)
        {
            Reject(OrderRejection.UnknownOrder, id, Quantity.Zero, Price.Zero);
            return false;
        }

        if (rows[slot].Attributes == 0)
        {
            CancelPlain(rows, slot);
        }
        else
        {
            CancelOpen(slot, CancelReason.Requested);
        }

        return true;
    }

    /// <summary>Cancels every open order of the owner, waiting ones too, in the order in which they came to rest.</summary>
    /// <returns>How many there were.</returns>
    public int CancelAll(int owner)
    {
        int count = 0;
        for (uint slot = _owners.First(owner); slot != 0; slot = _owners.First(owner))
        {
            CancelOpen(slot, CancelReason.MassCancel);
            count++;
        }

        return count;
    }

    /// <summary>Moves the clock and expires what is due, earliest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies in the past.</exception>
    public void AdvanceTo(Timestamp time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Now);
        Now = time;
        while (_expiries.EarliestNanoseconds <= time.UnixNanoseconds)
        {
            Expire(_expiries.EarliestSlot);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PriceLadder LadderOf(Side side) => _sides[(int)side];

    private int OpenQuantity(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        return order->Attributes == 0 ? order->Quantity : order->Quantity + _attributes[order->Attributes].Reserve;
    }

    // As the event log shows it: zero for a market order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LimitOf(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        return order->Terms.Has(OrderTerms.MarketBit | OrderTerms.ConditionalBit) ? RareLimitOf(slot) : order->Price;
    }

    private int RareLimitOf(uint slot) =>
        _orders.Rows[slot].Terms.IsMarket ? 0 : _attributes[_orders.Rows[slot].Attributes].LimitAfterTrigger;
}
