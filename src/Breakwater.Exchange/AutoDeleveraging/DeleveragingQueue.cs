using System.Runtime.InteropServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Who stands against a liquidated position, the highest score first, then the older position.</summary>
/// <remarks>
/// Ranks are taken once per wave, when they are first needed, at the marks of that moment: venues publish ranks at
/// intervals too.
/// </remarks>
internal sealed class DeleveragingQueue
{
    private const int RowsAhead = 16;
    private const int OwnersAhead = 8;

    private readonly Ledger _ledger;
    private readonly Margins _margins;
    private readonly DeleveragingRules _rules;
    private readonly PriorityQueue<int, Rank>[] _queues;
    private readonly long[] _rankedInWave;
    private readonly Money _oneUnit;

    // On the side that is being ranked.
    private readonly List<int> _open = [];

    public DeleveragingQueue(Ledger ledger, Margins margins, DeleveragingRules rules)
    {
        _ledger = ledger;
        _margins = margins;
        _rules = rules;
        ledger.Instruments[0].Settlement.TryFromDecimal(1, out _oneUnit);
        _queues = new PriorityQueue<int, Rank>[ledger.Instruments.Length * 2];
        _rankedInWave = new long[_queues.Length];
        for (int i = 0; i < _queues.Length; i++)
        {
            _queues[i] = new PriorityQueue<int, Rank>();
        }
    }

    /// <param name="wave">Positive; ranks of an earlier wave are taken anew.</param>
    /// <returns>False if nobody on that side can be deleveraged. The position stays in the queue while it is open.</returns>
    public bool TryPeek(int instrument, bool longs, long wave, out int position)
    {
        int queue = instrument * 2 + (longs ? 0 : 1);
        if (_rankedInWave[queue] != wave)
        {
            _rankedInWave[queue] = wave;
            RankAll(_queues[queue], instrument, longs);
        }

        while (_queues[queue].TryPeek(out position, out _))
        {
            Quantity lots = _ledger.Position(position).Lots;
            if (longs ? lots.IsLong : lots.IsShort)
            {
                return true;
            }

            _queues[queue].Dequeue();
        }

        return false;
    }

    private void RankAll(PriorityQueue<int, Rank> queue, int instrument, bool longs)
    {
        queue.Clear();
        _ledger.ListOpenIn(instrument, longs, _open);
        ReadOnlySpan<int> open = CollectionsMarshal.AsSpan(_open);
        for (int i = 0; i < open.Length; i++)
        {
            Fetch(open, i);
            if (MayBeTaken(open[i]) && ScoreOf(open[i]) is { } score)
            {
                queue.Enqueue(open[i], new Rank(score, open[i]));
            }
        }
    }

    // A row some positions ahead, and its owner once the row is there.
    private void Fetch(ReadOnlySpan<int> positions, int i)
    {
        if (i + RowsAhead < positions.Length)
        {
            _ledger.Fetch(positions[i + RowsAhead]);
            _ledger.FetchOwner(positions[i + OwnersAhead]);
        }
    }

    private bool MayBeTaken(int position)
    {
        ref Account row = ref _ledger.Account(_ledger.Position(position).Account);
        return row.Role == AccountRole.Trader && !row.IsSpared;
    }

    // Null for positions that are never taken.
    private double? ScoreOf(int position) =>
        _rules.Ranking switch
        {
            DeleveragingRanking.PriceMoveTimesLeverage => PriceMoveTimesLeverage(position),
            DeleveragingRanking.ProfitTimesLeverage => ProfitTimesLeverage(position),
            DeleveragingRanking.ProfitOverMarginRatio => ProfitOverMarginRatio(position),
            _ => ProfitTimesMarginRatio(position),
        };

    // Equity is reckoned across a cross account, so only for positions with a profit.
    private double? PriceMoveTimesLeverage(int position)
    {
        ref Position row = ref _ledger.Position(position);
        Money value = _margins.Value(row);
        return value > row.Cost
            ? OnlyPositive(DeleveragingScore.PriceMoveTimesLeverage(value, row.Cost, _margins.EquityOf(position)))
            : null;
    }

    private double? ProfitTimesLeverage(int position)
    {
        ref Position row = ref _ledger.Position(position);
        Money behind = BankruptcyPrice.EquityBehind(_margins.StateOf(position), _margins.Maintenance(row));
        return DeleveragingScore.ProfitTimesLeverage(_margins.Value(row), row.Cost, behind);
    }

    private double? ProfitOverMarginRatio(int position)
    {
        ref Position row = ref _ledger.Position(position);
        Money value = _margins.Value(row);
        Money notional = _rules.InitialAt == MarginBasis.Entry ? row.Cost : value;
        Money initial = row.Leverage.InitialMargin(notional.Magnitude);
        return DeleveragingScore.ProfitOverMarginRatio(value - row.Cost, initial, _margins.StateOf(position));
    }

    private double? ProfitTimesMarginRatio(int position)
    {
        MarginState state = _margins.StateOf(position);
        Money wallet = _margins.BalanceBehind(position);
        Money floor = _oneUnit * _ledger.Account(_ledger.Position(position).Account).Weight;
        return OnlyPositive(
            DeleveragingScore.ProfitTimesMarginRatio(state.Equity - wallet, wallet, floor, state.Maintenance)
        );
    }

    private static double? OnlyPositive(double score) => score > 0 ? score : null;

    /// <summary>A place in the queue: the least is first.</summary>
    private readonly record struct Rank(double Score, int Position) : IComparable<Rank>
    {
        public int CompareTo(Rank other) =>
            Score != other.Score ? other.Score.CompareTo(Score) : Position.CompareTo(other.Position);
    }
}
