using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Reduce-only orders: no larger than the position that they reduce, at the moment in which they trade.</summary>
public sealed unsafe partial class OrderBook
{
    private readonly IReductionLimit? _reductions;

    // The terms of a maker that has to be looked at before it trades; none where nobody knows positions.
    private readonly uint _limitedMakerBits;

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
            WriteAmended(slot, 0, quantity, reducible, reducible);
        }

        Enter(slot, reducible);
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
