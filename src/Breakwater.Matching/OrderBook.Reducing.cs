using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Reduce-only orders: no larger than the position that they reduce, when they trade and while they rest.</summary>
public sealed unsafe partial class OrderBook
{
    private readonly IReductionLimit? _reductions;

    // The terms of a maker that has to be looked at before it trades; none where nobody knows positions.
    private readonly uint _limitedMakerBits;

    // Lots of reduce-only orders ahead in an auction, by owner.
    private readonly Dictionary<int, long> _allotted = [];

    /// <summary>Takes off an owner's resting reduce-only orders, each by itself, what the owner's position no longer covers.</summary>
    public void ShrinkReduceOnly(int owner)
    {
        uint next;
        for (uint slot = _owners.First(owner); slot != 0; slot = next)
        {
            next = _owners.After(slot);
            OrderTerms terms = _orders.Rows[slot].Terms;
            if (IsLimited(terms) && !terms.IsConditional)
            {
                ShrinkTo(slot, Reducible(slot, OpenQuantity(slot)));
            }
        }
    }

    private bool IsLimited(OrderTerms terms) => (terms.Bits & _limitedMakerBits) != 0;

    // What a reduce-only order that is about to enter may still trade.
    private int Reducible(uint slot, int quantity)
    {
        OrderSlot* order = _orders.Rows + slot;
        return (int)Math.Min(quantity, _reductions!.ReducibleLots(_instrument, order->Owner, order->Terms.Side));
    }

    // What is over is taken off before the order enters.
    private void EnterWithinLimit(uint slot, int quantity)
    {
        int reducible = IsLimited(_orders.Rows[slot].Terms) ? Reducible(slot, quantity) : quantity;
        if (reducible == 0)
        {
            Drop(slot, quantity, CancelReason.NothingToReduce);
            return;
        }

        if (reducible < quantity)
        {
            WriteAmended(slot, 0, quantity, reducible, FirstSlice(slot, reducible));
        }

        Enter(slot, reducible);
    }

    private void ShrinkTo(uint slot, int reducible)
    {
        if (reducible == 0)
        {
            CancelOpen(slot, CancelReason.NothingToReduce);
        }
        else if (reducible < OpenQuantity(slot))
        {
            Reduce(slot, reducible);
        }
    }

    // Before an auction's price is found: in order of priority, together no more than their owner's position.
    private void AllotAuction()
    {
        if (_limitedMakerBits != 0)
        {
            AllotCrossing(Side.Buy);
            AllotCrossing(Side.Sell);
        }
    }

    private void AllotCrossing(Side side)
    {
        PriceLadder ladder = LadderOf(side);
        Side other = (Side)(1 - (int)side);
        int best = LadderOf(other).Best;
        int limit = best == PriceLadder.NoRank ? int.MaxValue : Ranks.Of(side, Ranks.Of(other, best));
        _allotted.Clear();
        for (int rank = ladder.Best; rank >= limit && rank != PriceLadder.NoRank; rank = ladder.Below(rank))
        {
            uint next;
            for (uint slot = ladder.LevelAt(rank)->Head; slot != 0; slot = next)
            {
                next = _orders.Rows[slot].Next;
                if (IsLimited(_orders.Rows[slot].Terms))
                {
                    Allot(slot);
                }
            }
        }
    }

    private void Allot(uint slot)
    {
        int owner = _orders.Rows[slot].Owner;
        long ahead = _allotted.GetValueOrDefault(owner);
        int open = OpenQuantity(slot);
        int covered = (int)Math.Min(open, Math.Max(Reducible(slot, int.MaxValue) - ahead, 0));
        _allotted[owner] = ahead + covered;
        ShrinkTo(slot, covered);
    }

    // The maker is first in its level. Its level's head is right afterwards, zero where the level is empty.
    private bool ReduceFirst(Level* level)
    {
        uint slot = level->Head;
        int open = OpenQuantity(slot);
        int reducible = Reducible(slot, open);
        if (reducible == 0)
        {
            CancelFirst(level, CancelReason.NothingToReduce);
            return false;
        }

        if (reducible < open)
        {
            Reduce(slot, reducible);
        }

        return true;
    }
}
