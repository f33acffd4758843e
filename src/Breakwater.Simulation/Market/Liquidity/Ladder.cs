using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One maker's resting orders on one side of a book.</summary>
internal sealed class Ladder(Listed listed, AccountId owner, Side side, int levels)
{
    // An order stays as it is while its size is off by no more than this share.
    private const double Slack = 0.05;

    private readonly RestingOrder[] _orders = new RestingOrder[levels];

    /// <summary>As its owner last saw it.</summary>
    public long Lots { get; private set; }

    /// <summary>Share of the ladder that was taken and is not put back yet.</summary>
    public double Used { get; private set; }

    public void Reset()
    {
        Used = 0;
        Forget();
    }

    /// <summary>The venue took its orders back.</summary>
    public void Forget()
    {
        Array.Clear(_orders);
        Lots = 0;
    }

    /// <param name="left">Share of what is used that is still used after the time that passed.</param>
    public void PutBack(double left) => Used *= left;

    /// <param name="share">Of the whole ladder.</param>
    public void Use(double share) => Used += Math.Min(share, 1) * (1 - Used);

    /// <summary>Finds out which orders traded.</summary>
    /// <param name="open">Lots of the ladder that are open still.</param>
    /// <returns>Lots that traded.</returns>
    public long Notice(long open)
    {
        long taken = Lots - open;
        long left = taken;
        for (int i = 0; left > 0 && i < _orders.Length; i++)
        {
            left -= _orders[i].Rests ? _orders[i].Notice(listed) : 0;
        }

        Lots = open;
        return taken;
    }

    /// <summary>Moves what is out of place and resizes what has the wrong size.</summary>
    /// <param name="density">Dollars per unit of logarithmic price at the best price.</param>
    public void Follow(Timestamp now, LadderLevels to, double density)
    {
        for (int i = 0; i < _orders.Length; i++)
        {
            ref RestingOrder order = ref _orders[i];
            long lots = to.LotsOf(i, density);
            if (order.Rests ? !IsRight(order, i, to, lots) : lots > 0)
            {
                Change(ref order, now, to.TicksOf(i), lots);
            }
        }
    }

    public void Withdraw(Timestamp now)
    {
        foreach (ref RestingOrder order in _orders.AsSpan())
        {
            if (order.Rests)
            {
                Change(ref order, now, order.Ticks, lots: 0);
            }
        }
    }

    private void Change(ref RestingOrder order, Timestamp now, long ticks, long lots)
    {
        Lots -= order.Lots;
        if (lots == 0)
        {
            order.Cancel(listed, now, owner);
        }
        else
        {
            order.Move(listed, now, owner, side, ticks, lots);
        }

        Lots += order.Lots;
    }

    private static bool IsRight(in RestingOrder order, int level, LadderLevels to, long lots) =>
        to.IsNear(level, order.Ticks) && Math.Abs(lots - order.Lots) <= Slack * lots;
}
