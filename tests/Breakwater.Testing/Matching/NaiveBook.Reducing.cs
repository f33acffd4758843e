using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

public sealed partial class NaiveBook
{
    public void ShrinkReduceOnly(int owner)
    {
        NaiveOrder[] resting = [.. OwnedBy(owner).Where(order => !order.Terms.IsConditional)];
        foreach (NaiveOrder order in resting)
        {
            ShrinkToPosition(order);
        }
    }

    private bool IsLimited(NaiveOrder order) => reductions is not null && order.Terms.IsReduceOnly;

    private long Reducible(NaiveOrder order) =>
        IsLimited(order) ? reductions!.ReducibleLots(instrument.Id, order.Owner, order.Terms.Side) : long.MaxValue;

    private void EnterWithinLimit(NaiveOrder order)
    {
        long before = order.Open;
        long after = Math.Min(before, Reducible(order));
        if (after == 0)
        {
            WriteCancelled(order, CancelReason.NothingToReduce);
            return;
        }

        if (after < before)
        {
            order.Open = after;
            order.ShowFirstSlice();
            WriteAmended(order, before, keptPlace: false);
        }

        Enter(order);
    }

    /// <returns>False if nothing of the order is left.</returns>
    private bool ShrinkToPosition(NaiveOrder order) => ShrinkTo(order, Reducible(order));

    private bool ShrinkTo(NaiveOrder order, long most)
    {
        if (most == 0)
        {
            WriteCancelled(order, CancelReason.NothingToReduce);
            Remove(order);
            return false;
        }

        if (most < order.Open)
        {
            Reduce(order, most);
        }

        return true;
    }

    private void Reduce(NaiveOrder order, long open)
    {
        long before = order.Open;
        order.Open = open;
        order.Shown = Math.Min(order.Shown, open);
        WriteAmended(order, before, keptPlace: true);
    }

    // What the price of an auction may count on: orders that reach the other side, best first, together no more than the position.
    private void AllotAuction()
    {
        Allot(_bids, bid => bid.Price >= _asks.First?.Price);
        Allot(_asks, ask => ask.Price <= _bids.First?.Price);
    }

    private void Allot(NaiveSide side, Func<NaiveOrder, bool> reaches)
    {
        Dictionary<int, long> allotted = [];
        foreach (NaiveOrder order in side.Orders.Where(reaches).Where(IsLimited).ToArray())
        {
            long ahead = allotted.GetValueOrDefault(order.Owner);
            long covered = Math.Min(order.Open, Math.Max(0, Reducible(order) - ahead));
            allotted[order.Owner] = ahead + covered;
            ShrinkTo(order, covered);
        }
    }

    private Dictionary<int, long> PositionsOf(IEnumerable<NaiveOrder> orders) =>
        orders.Select(order => order.Owner).Distinct().ToDictionary(owner => owner, PositionOf);

    private long PositionOf(int owner) =>
        reductions is null
            ? 0
            : reductions.ReducibleLots(instrument.Id, owner, Side.Sell)
                - reductions.ReducibleLots(instrument.Id, owner, Side.Buy);

    private static void Move(Dictionary<int, long> positions, NaiveOrder order, long quantity)
    {
        if (order.Owner >= 0)
        {
            positions[order.Owner] += order.IsBuy ? quantity : -quantity;
        }
    }
}
