using System.Runtime.InteropServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Whether an order that trades in full or not at all can be filled.</summary>
/// <remarks>
/// Makers are counted. A reduce-only one is worth what its owner's position covers once all that trades before it has traded:
/// where the count meets one before it has enough, the match is rehearsed, slice by slice.
/// </remarks>
public sealed unsafe partial class OrderBook
{
    // Hidden parts of the level that is rehearsed, in the order in which they would queue again.
    private readonly Queue<Slice> _rehearsedQueue = [];

    // By owner, what a rehearsed match has done so far to the position that its makers reduce.
    private readonly Dictionary<int, long> _rehearsedLots = [];

    private enum Outlook
    {
        Short,
        Enough,
        Stopped,
        MeetsLimited,
    }

    private bool CanFill(PriceLadder makers, int limit, in Taker taker, int quantity)
    {
        long wanted = quantity;
        Outlook outlook = Outlook.Short;
        for (
            int rank = makers.Best;
            outlook == Outlook.Short && rank >= limit && rank != PriceLadder.NoRank;
            rank = makers.Below(rank)
        )
        {
            outlook = CountLevel(makers.LevelAt(rank), taker, ref wanted);
        }

        return outlook == Outlook.MeetsLimited
            ? RehearseFill(makers, limit, taker, quantity)
            : outlook == Outlook.Enough;
    }

    // Before an own order that stops the taker come only the slices shown ahead of it: later slices queue behind it.
    private Outlook CountLevel(Level* level, in Taker taker, ref long wanted)
    {
        int guarded = taker.GuardedOwner;
        long hidden = 0;
        for (uint slot = level->Head; slot != 0; slot = _orders.Rows[slot].Next)
        {
            OrderSlot* maker = _orders.Rows + slot;
            if (maker->Owner == guarded)
            {
                if (!taker.SkipsOwn)
                {
                    return Outlook.Stopped;
                }

                continue;
            }

            if (IsLimited(maker->Terms))
            {
                return Outlook.MeetsLimited;
            }

            wanted -= maker->Quantity;
            hidden += OpenQuantity(slot) - maker->Quantity;
            if (wanted <= 0)
            {
                return Outlook.Enough;
            }
        }

        wanted -= hidden;
        return wanted <= 0 ? Outlook.Enough : Outlook.Short;
    }

    private bool RehearseFill(PriceLadder makers, int limit, in Taker taker, int left)
    {
        bool stopped = false;
        _rehearsedLots.Clear();
        for (
            int rank = makers.Best;
            left > 0 && !stopped && rank >= limit && rank != PriceLadder.NoRank;
            rank = makers.Below(rank)
        )
        {
            left = RehearseLevel(makers.LevelAt(rank), taker, left, out stopped);
        }

        return left == 0;
    }

    private int RehearseLevel(Level* level, in Taker taker, int left, out bool stopped)
    {
        stopped = false;
        _rehearsedQueue.Clear();
        for (uint slot = level->Head; slot != 0 && left > 0 && !stopped; slot = _orders.Rows[slot].Next)
        {
            if (_orders.Rows[slot].Owner != taker.GuardedOwner)
            {
                left = RehearseTrade(FirstSliceOf(slot), taker, left);
            }
            else
            {
                stopped = !taker.SkipsOwn;
            }
        }

        while (left > 0 && !stopped && _rehearsedQueue.TryDequeue(out Slice slice))
        {
            left = RehearseTrade(slice, taker, left);
        }

        return left;
    }

    private int RehearseTrade(in Slice maker, in Taker taker, int left)
    {
        int open = IsLimited(maker.Terms) ? (int)Math.Min(maker.Open, RehearsedCover(maker)) : maker.Open;
        int traded = Math.Min(left, Math.Min(maker.Shown, open));
        RehearseMove(taker.Owner, traded);
        RehearseMove(maker.Owner, -traded);
        if (open > traded)
        {
            _rehearsedQueue.Enqueue(maker with { Open = open - traded, Shown = Math.Min(maker.Peak, open - traded) });
        }

        return left - traded;
    }

    // Trades with the taker's own orders leave the position; others of the taker add to what its makers may reduce.
    private long RehearsedCover(in Slice maker)
    {
        Side side = maker.Terms.Side;
        long covered = _reductions!.ReducibleLots(_instrument, maker.Owner, side);
        long opposite = _reductions.ReducibleLots(_instrument, maker.Owner, (Side)(1 - (int)side));
        return Math.Max(covered - opposite + _rehearsedLots.GetValueOrDefault(maker.Owner), 0);
    }

    private void RehearseMove(int owner, int lots)
    {
        if (owner >= 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_rehearsedLots, owner, out _) += lots;
        }
    }

    private Slice FirstSliceOf(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        int peak = order->Attributes == 0 ? 0 : _attributes[order->Attributes].Peak;
        return new Slice(order->Owner, order->Terms, order->Quantity, OpenQuantity(slot), peak);
    }

    private readonly record struct Slice(int Owner, OrderTerms Terms, int Shown, int Open, int Peak);
}
