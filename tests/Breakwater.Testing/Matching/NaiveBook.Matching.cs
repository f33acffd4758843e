using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

public sealed partial class NaiveBook
{
    private void Enter(NaiveOrder taker)
    {
        CancelReason? stopped = null;
        if (_phase == TradingPhase.Continuous)
        {
            if (taker.Terms.TimeInForce == TimeInForce.FillOrKill && !CanFill(taker))
            {
                WriteCancelled(taker, CancelReason.NotFillable);
                return;
            }

            stopped = Match(taker);
        }

        if (taker.Open == 0)
        {
            return;
        }

        bool timed = taker.Terms.TimeInForce is TimeInForce.GoodTillCancelled or TimeInForce.GoodTillTime;
        if (stopped is null && timed && !taker.Terms.IsMarket)
        {
            Rest(taker);
            return;
        }

        bool band = taker.Terms.IsMarket && Opposite(taker).First is not null;
        WriteCancelled(taker, stopped ?? (band ? CancelReason.PriceBand : CancelReason.NothingLeftToTake));
    }

    // What stopped the taker, if something other than its limit did.
    private CancelReason? Match(NaiveOrder taker)
    {
        while (taker.Open > 0 && Opposite(taker).First is { } maker && WouldTake(taker, maker.Price))
        {
            SelfTradePrevention mode = taker.Terms.SelfTrade;
            bool own = maker.Owner == taker.Owner && maker.Owner >= 0 && mode != SelfTradePrevention.Allow;
            if (own && mode != SelfTradePrevention.Decrement)
            {
                if (mode != SelfTradePrevention.CancelTaker)
                {
                    WriteCancelled(maker, CancelReason.SelfTrade);
                    Remove(maker);
                }

                if (mode != SelfTradePrevention.CancelMaker)
                {
                    return CancelReason.SelfTrade;
                }

                continue;
            }

            if (!own && !ShrinkToPosition(maker))
            {
                continue;
            }

            long quantity = Math.Min(taker.Open, maker.Shown);
            taker.Open -= quantity;
            maker.Open -= quantity;
            maker.Shown -= quantity;
            WriteMeeting(own, taker, maker, quantity, maker.Price, (byte)taker.Terms.Side);
            if (!own)
            {
                _prices[(int)PriceSource.Last] = maker.Price;
            }

            AfterTrade(maker);
        }

        return null;
    }

    private void AfterTrade(NaiveOrder maker)
    {
        if (maker.Shown > 0)
        {
            return;
        }

        if (maker.Open == 0)
        {
            Remove(maker);
            return;
        }

        NaiveSide side = SideOf(maker.Terms.Side);
        side.Remove(maker);
        maker.Shown = Math.Min(maker.Peak, maker.Open);
        side.Append(maker);
        WriteReplenished(maker);
    }

    // Plays the match on copies of orders and positions: would it trade all of it before anything stops it?
    private bool CanFill(NaiveOrder taker)
    {
        List<NaiveOrder> queue = [.. Opposite(taker).Orders.Select(order => order.Copy())];
        Dictionary<int, long> positions = PositionsOf([taker, .. queue]);
        long wanted = taker.Open;
        SelfTradePrevention mode = taker.Terms.SelfTrade;
        while (wanted > 0 && queue.Count > 0 && WouldTake(taker, queue[0].Price))
        {
            NaiveOrder maker = queue[0];
            queue.RemoveAt(0);
            bool own = maker.Owner == taker.Owner && maker.Owner >= 0;
            if (own && mode == SelfTradePrevention.CancelMaker)
            {
                continue;
            }

            if (own && mode != SelfTradePrevention.Allow)
            {
                return false;
            }

            if (IsLimited(maker))
            {
                long position = positions[maker.Owner];
                maker.Open = Math.Min(maker.Open, Math.Max(0, maker.IsBuy ? -position : position));
                maker.Shown = Math.Min(maker.Shown, maker.Open);
            }

            long quantity = Math.Min(wanted, maker.Shown);
            wanted -= quantity;
            maker.Open -= quantity;
            Move(positions, taker, quantity);
            Move(positions, maker, quantity);
            if (maker.Open > 0)
            {
                maker.ShowFirstSlice();
                queue.Insert(queue.TakeWhile(order => order.Price == maker.Price).Count(), maker);
            }
        }

        return wanted == 0;
    }

    private bool WouldTake(NaiveOrder taker, long price)
    {
        long limit = taker.Terms.IsMarket ? BandLimit(taker.Terms.Side) : taker.Price;
        return taker.IsBuy ? price <= limit : price >= limit;
    }

    private void RunTriggers()
    {
        while (
            _phase == TradingPhase.Continuous && InTriggerOrder(_waiting.Where(Passed)).FirstOrDefault() is { } order
        )
        {
            WriteTriggered(order);
            Remove(order);
            order.Terms = order.Terms with { IsConditional = false };
            if (!order.Terms.IsMarket && OutsideBand(order.Terms.Side, order.Price))
            {
                WriteCancelled(order, CancelReason.PriceBand);
            }
            else if (order.Terms.IsPostOnly && Opposite(order).First is { } maker && WouldTake(order, maker.Price))
            {
                WriteCancelled(order, CancelReason.PostOnlyWouldTake);
            }
            else if (!CanOpen(order))
            {
                WriteCancelled(order, CancelReason.InsufficientMargin);
            }
            else
            {
                EnterWithinLimit(order);
            }
        }
    }

    private bool CanOpen(NaiveOrder order) =>
        openings is null
        || order.Owner == NewOrder.NoOwner
        || order.Terms.IsReduceOnly
        || openings.CanOpen(
            instrument.Id,
            order.Owner,
            order.Terms.Side,
            Quantity.FromLots(order.Open),
            Price.FromTicks(order.Price)
        );

    private bool Passed(NaiveOrder order) => Passed(order.Terms, order.Stop);

    private bool Passed(OrderTerms terms, long stop)
    {
        long price = _prices[(int)terms.Trigger];
        return price != 0 && (terms.Side == Side.Buy ? price >= stop : price <= stop);
    }

    private static IEnumerable<NaiveOrder> InTriggerOrder(IEnumerable<NaiveOrder> orders) =>
        orders
            .OrderBy(order => order.Terms.Trigger)
            .ThenBy(order => order.IsBuy)
            .ThenBy(order => order.IsBuy ? order.Stop : -order.Stop)
            .ThenBy(order => order.RestedAs);
}
