using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Takes each lot from whoever has the highest leverage at that moment, without doing so lot by lot.</summary>
/// <remarks>
/// Leverage is exposure over equity. All lots above a level go at once; the level is the lowest multiple of 2^-48 above which
/// no more stands than is needed. What is then left to take, less than a few lots for each winner, is taken one by one.
/// </remarks>
internal sealed class DrainingReduction
{
    private const int LevelBits = 48;

    private readonly long[] _held;
    private readonly long[] _elsewhere;
    private readonly long[] _equity;

    /// <param name="netsExposure">Whether exposure elsewhere counts.</param>
    public DrainingReduction(ReadOnlySpan<Winner> winners, bool netsExposure)
    {
        _held = new long[winners.Length];
        _elsewhere = new long[winners.Length];
        _equity = new long[winners.Length];
        for (int i = 0; i < winners.Length; i++)
        {
            _held[i] = winners[i].Held.Lots;
            _elsewhere[i] = netsExposure ? winners[i].Elsewhere.Lots : 0;
            _equity[i] = Math.Max(winners[i].Equity, 1);
        }
    }

    /// <param name="needed">Less than all that is held.</param>
    public void Share(Quantity needed, Span<Quantity> taken)
    {
        Int128 level = LowestLevel(needed.Lots);
        long left = needed.Lots;
        for (int i = 0; i < _held.Length; i++)
        {
            long above = Above(i, level);
            taken[i] = Quantity.FromLots(above);
            left -= above;
        }

        TakeOneByOne(left, taken);
    }

    private Int128 LowestLevel(long needed)
    {
        Int128 low = Int128.MaxValue;
        Int128 high = Int128.MinValue;
        for (int i = 0; i < _held.Length; i++)
        {
            low = Int128.Min(low, LevelOf(i, 0) - 1);
            high = Int128.Max(high, LevelOf(i, _held[i]) + 1);
        }

        while (high - low > 1)
        {
            Int128 middle = low + (high - low) / 2;
            (low, high) = TotalAbove(middle) > needed ? (middle, high) : (low, middle);
        }

        return high;
    }

    // Leverage of a winner who holds so much, in units of 2^-48, rounded up.
    private Int128 LevelOf(int winner, long held)
    {
        Int128 exposure = ((Int128)held + _elsewhere[winner]) << LevelBits;
        (Int128 whole, Int128 rest) = Int128.DivRem(exposure, _equity[winner]);
        return rest > 0 ? whole + 1 : whole;
    }

    private Int128 TotalAbove(Int128 level)
    {
        Int128 total = 0;
        for (int i = 0; i < _held.Length; i++)
        {
            total += Above(i, level);
        }

        return total;
    }

    // The first two lines also keep the product below within 128 bits.
    private long Above(int winner, Int128 level)
    {
        if (level >= LevelOf(winner, _held[winner]))
        {
            return 0;
        }

        if (level < LevelOf(winner, 0))
        {
            return _held[winner];
        }

        Int128 kept = ((level * _equity[winner]) >> LevelBits) - _elsewhere[winner];
        return _held[winner] - (long)kept;
    }

    private void TakeOneByOne(long left, Span<Quantity> taken)
    {
        var highest = new PriorityQueue<int, Leverage>(_held.Length);
        for (int i = 0; i < _held.Length; i++)
        {
            Enqueue(highest, i, taken[i]);
        }

        for (; left > 0; left--)
        {
            int winner = highest.Dequeue();
            taken[winner] += Quantity.FromLots(1);
            Enqueue(highest, winner, taken[winner]);
        }
    }

    private void Enqueue(PriorityQueue<int, Leverage> highest, int winner, Quantity taken)
    {
        long held = _held[winner] - taken.Lots;
        if (held > 0)
        {
            highest.Enqueue(winner, new Leverage((Int128)held + _elsewhere[winner], _equity[winner], winner));
        }
    }

    /// <summary>Orders from the highest leverage down, then by winner; exact.</summary>
    private readonly record struct Leverage(Int128 Exposure, long Equity, int Winner) : IComparable<Leverage>
    {
        public int CompareTo(Leverage other)
        {
            int higher = (other.Exposure * Equity).CompareTo(Exposure * other.Equity);
            return higher != 0 ? higher : Winner.CompareTo(other.Winner);
        }
    }
}
