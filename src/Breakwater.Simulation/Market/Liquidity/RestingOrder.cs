using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Matching;

namespace Breakwater.Simulation;

/// <summary>An order that somebody keeps in a book, as its owner last saw it.</summary>
internal struct RestingOrder
{
    private OrderId _id;

    public long Ticks { get; private set; }

    /// <summary>Zero where nothing rests.</summary>
    public long Lots { get; private set; }

    public readonly bool Rests => Lots > 0;

    /// <summary>Looks at what is left of it.</summary>
    /// <returns>Lots that traded since its owner last saw it.</returns>
    public long Notice(Listed listed)
    {
        long taken = Lots - listed.OpenOf(_id);
        Lots -= taken;
        return taken;
    }

    /// <summary>Moves it, or enters it where nothing rests. Where the book or the margin refuses, nothing rests any more.</summary>
    public void Move(Listed listed, Timestamp now, AccountId owner, Side side, long ticks, long lots)
    {
        if (!Rests)
        {
            Enter(listed, now, owner, side, ticks, lots);
            return;
        }

        var price = Price.FromTicks(ticks);
        var quantity = Quantity.FromLots(lots);
        if (listed.Venue.Amend(now, listed.Id, owner, _id, price, quantity) == Rejection.None)
        {
            (Ticks, Lots) = (ticks, lots);
        }
        else
        {
            Cancel(listed, now, owner);
        }
    }

    public void Cancel(Listed listed, Timestamp now, AccountId owner)
    {
        listed.Venue.Cancel(now, listed.Id, owner, _id);
        Lots = 0;
    }

    private void Enter(Listed listed, Timestamp now, AccountId owner, Side side, long ticks, long lots)
    {
        NewOrder order = NewOrder.Limit(owner.Index, side, Price.FromTicks(ticks), Quantity.FromLots(lots)).PostOnly();
        (Rejection answer, _id) = listed.Venue.Submit(now, listed.Id, order);
        (Ticks, Lots) = answer == Rejection.None ? (ticks, lots) : default;
    }
}
