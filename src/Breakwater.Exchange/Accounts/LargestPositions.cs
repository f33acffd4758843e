using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What the few largest traders' positions of each instrument and side hold together, at the moment of asking.</summary>
/// <remarks>A simulated account of weight w counts as w accounts of a w-th each. Neither outside nor fund is counted.</remarks>
public sealed class LargestPositions
{
    private readonly List<(long Lots, int Accounts)>[] _largest;
    private readonly int _count;

    /// <param name="count">Positions of each instrument and side; positive.</param>
    internal LargestPositions(Ledger ledger, int count)
    {
        _count = count;
        _largest = [.. Enumerable.Range(0, ledger.Instruments.Length * 2).Select(_ => new List<(long, int)>(count))];
        foreach (ref readonly Position position in ledger.Positions)
        {
            ref Account account = ref ledger.Account(position.Account);
            if (account.Role == AccountRole.Trader && !position.Lots.IsZero)
            {
                Consider(CellOf(position.Instrument, position.Lots.IsLong), position.Lots, account.Weight);
            }
        }
    }

    public Quantity Held(InstrumentId instrument, bool isLong)
    {
        long held = 0;
        int left = _count;
        foreach ((long lots, int accounts) in _largest[CellOf(instrument.Index, isLong)])
        {
            held += lots * Math.Min(accounts, left);
            left -= Math.Min(accounts, left);
        }

        return Quantity.FromLots(held);
    }

    private static int CellOf(int instrument, bool isLong) => instrument * 2 + (isLong ? 0 : 1);

    private void Consider(int cell, Quantity held, int weight)
    {
        List<(long Lots, int Accounts)> largest = _largest[cell];
        long lots = held.Magnitude.Lots / weight;
        if (largest.Count == _count && largest[^1].Lots >= lots)
        {
            return;
        }

        int place = largest.Count;
        while (place > 0 && largest[place - 1].Lots < lots)
        {
            place--;
        }

        largest.Insert(place, (lots, weight));
        if (largest.Count > _count)
        {
            largest.RemoveAt(_count);
        }
    }
}
