using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>The order book as one would first write it down: sorted maps, lists, no thought of speed.</summary>
public sealed partial class NaiveBook(
    Instrument instrument,
    BookRules rules,
    EventLog log,
    IReductionLimit? reductions = null,
    IOpeningLimit? openings = null
) : IBook
{
    private readonly NaiveSide _bids = new(Side.Buy);
    private readonly NaiveSide _asks = new(Side.Sell);
    private readonly List<NaiveOrder> _waiting = [];
    private readonly Dictionary<long, NaiveOrder> _open = [];
    private readonly long[] _prices = new long[3];
    private TradingPhase _phase;
    private Timestamp _now;
    private long _numbers;
    private long _rests;

    public OrderId Submit(in NewOrder order)
    {
        OrderRejection reason = Examine(order);
        if (reason != OrderRejection.None)
        {
            WriteRejected(reason, 0, order.Owner, order.Terms, order.Quantity.Lots, order.Price.Ticks);
            return default;
        }

        NaiveOrder taken = new()
        {
            Number = ++_numbers,
            Owner = order.Owner,
            Terms = order.Terms,
            Price = order.Price.Ticks,
            Peak = order.Displayed.Lots,
            Stop = order.Stop.Ticks,
            ExpiresAt = order.ExpiresAt,
            Open = order.Quantity.Lots,
        };
        WriteAccepted(taken);
        if (order.Terms.IsConditional)
        {
            _waiting.Add(taken);
            NoteRest(taken);
        }
        else
        {
            EnterWithinLimit(taken);
            RunTriggers();
        }

        return new OrderId(taken.Number);
    }

    public bool Cancel(OrderId id)
    {
        if (!_open.TryGetValue(id.Value, out NaiveOrder? order))
        {
            WriteRejected(OrderRejection.UnknownOrder, id.Value, NewOrder.NoOwner, default, 0, 0);
            return false;
        }

        WriteCancelled(order, CancelReason.Requested);
        Remove(order);
        return true;
    }

    public int CancelAll(int owner)
    {
        NaiveOrder[] orders = [.. OwnedBy(owner)];
        foreach (NaiveOrder order in orders)
        {
            WriteCancelled(order, CancelReason.MassCancel);
            Remove(order);
        }

        return orders.Length;
    }

    public bool Amend(OrderId id, Price price, Quantity quantity)
    {
        _open.TryGetValue(id.Value, out NaiveOrder? order);
        OrderRejection reason = ExamineAmendment(order, price.Ticks, quantity.Lots);
        if (reason != OrderRejection.None)
        {
            int owner = order?.Owner ?? NewOrder.NoOwner;
            WriteRejected(reason, id.Value, owner, order?.Terms ?? default, quantity.Lots, price.Ticks);
            return false;
        }

        if (KeepsItsPlace(order!, price.Ticks, quantity.Lots))
        {
            Reduce(order!, quantity.Lots);
            return true;
        }

        long before = order!.Open;
        Remove(order);
        order.Price = price.Ticks;
        order.Open = quantity.Lots;
        order.ShowFirstSlice();
        WriteAmended(order, before, keptPlace: false);
        EnterWithinLimit(order);
        RunTriggers();
        return true;
    }

    public void AdvanceTo(Timestamp time)
    {
        _now = time;
        NaiveOrder[] due =
        [
            .. _open
                .Values.Where(order => order.Expires && order.ExpiresAt <= time)
                .OrderBy(order => order.ExpiresAt)
                .ThenBy(order => order.FirstRestedAs),
        ];
        foreach (NaiveOrder order in due)
        {
            WriteExpired(order);
            Remove(order);
        }
    }

    public void UpdateMark(Price mark) => UpdatePrice(PriceSource.Mark, mark);

    public void UpdateIndex(Price index) => UpdatePrice(PriceSource.Index, index);

    public IReadOnlyList<OrderState> Queue(Side side) => [.. SideOf(side).Orders.Select(order => order.State())];

    public IReadOnlyList<OrderState> Waiting(PriceSource source, Side side) =>
        [
            .. InTriggerOrder(_waiting.Where(order => order.Terms.Trigger == source && order.Terms.Side == side))
                .Select(order => order.State()),
        ];

    public Price LastTrade => Price.FromTicks(_prices[(int)PriceSource.Last]);

    public IReadOnlyList<OrderId> OrdersOf(int owner) => [.. OwnedBy(owner).Select(order => new OrderId(order.Number))];

    public DepthLevel Best(Side side) => LevelsOf(side).FirstOrDefault();

    public IReadOnlyList<DepthLevel> Depth(Side side, int levels) => [.. LevelsOf(side).Take(levels)];

    public Quantity QuantityTo(Side side, Price worst) =>
        Shown(side, price => side == Side.Buy ? price >= worst.Ticks : price <= worst.Ticks);

    // |price - mid| <= share * mid, in whole numbers: both sides times twice the denominator.
    public Quantity QuantityWithin(Side side, Rate share)
    {
        if (_bids.First is null || _asks.First is null)
        {
            return Quantity.Zero;
        }

        long twiceMid = _bids.First.Price + _asks.First.Price;
        Int128 reach = (Int128)share.Numerator * twiceMid;
        return Shown(
            side,
            price =>
                (Int128)share.Denominator * (side == Side.Buy ? twiceMid - (2 * price) : (2 * price) - twiceMid)
                <= reach
        );
    }

    private IEnumerable<DepthLevel> LevelsOf(Side side) =>
        SideOf(side)
            .Levels.Select(level => new DepthLevel(
                Price.FromTicks(level.Key),
                Quantity.FromLots(level.Value.Sum(order => order.Shown))
            ));

    private Quantity Shown(Side side, Func<long, bool> counts) =>
        Quantity.FromLots(SideOf(side).Orders.Where(order => counts(order.Price)).Sum(order => order.Shown));

    private IEnumerable<NaiveOrder> OwnedBy(int owner) =>
        _open.Values.Where(order => order.Owner == owner && owner >= 0).OrderBy(order => order.RestedAs);

    private NaiveSide SideOf(Side side) => side == Side.Buy ? _bids : _asks;

    private NaiveSide Opposite(NaiveOrder order) => order.IsBuy ? _asks : _bids;

    private void Remove(NaiveOrder order)
    {
        _open.Remove(order.Number);
        if (!_waiting.Remove(order))
        {
            SideOf(order.Terms.Side).Remove(order);
        }
    }

    private void NoteRest(NaiveOrder order)
    {
        order.RestedAs = _rests++;
        order.FirstRestedAs ??= order.RestedAs;
        _open.Add(order.Number, order);
    }

    private void Rest(NaiveOrder order)
    {
        order.ShowFirstSlice();
        SideOf(order.Terms.Side).Append(order);
        NoteRest(order);
    }

    private void UpdatePrice(PriceSource source, Price price)
    {
        _prices[(int)source] = price.Ticks;
        RunTriggers();
    }
}
