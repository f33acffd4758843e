using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Who stands against a liquidated position, the highest score first, then the older position.</summary>
/// <remarks>
/// Ranks are taken once per wave, when they are first needed, at the marks of that moment: venues publish ranks at
/// intervals too.
/// </remarks>
internal sealed class DeleveragingQueue
{
    private const int Lookahead = 8;

    private readonly Ledger _ledger;
    private readonly Margins _margins;
    private readonly DeleveragingRules _rules;
    private readonly PriorityQueue<int, (double Score, int Position)>[] _queues;
    private readonly long[] _rankedInWave;
    private readonly Money _oneUnit;

    public DeleveragingQueue(Ledger ledger, Margins margins, DeleveragingRules rules)
    {
        _ledger = ledger;
        _margins = margins;
        _rules = rules;
        ledger.Instruments[0].Settlement.TryFromDecimal(1, out _oneUnit);
        _queues = new PriorityQueue<int, (double, int)>[ledger.Instruments.Length * 2];
        _rankedInWave = new long[_queues.Length];
        for (int i = 0; i < _queues.Length; i++)
        {
            _queues[i] = new PriorityQueue<int, (double, int)>(HighestFirst);
        }
    }

    private static Comparer<(double Score, int Position)> HighestFirst { get; } =
        Comparer<(double Score, int Position)>.Create(
            (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Position.CompareTo(b.Position)
        );

    /// <param name="wave">Positive; ranks of an earlier wave are taken anew.</param>
    /// <returns>False if nobody on that side can be deleveraged. The position stays in the queue while it is open.</returns>
    public bool TryPeek(int instrument, bool longs, long wave, out int position)
    {
        int queue = instrument * 2 + (longs ? 0 : 1);
        if (_rankedInWave[queue] != wave)
        {
            _rankedInWave[queue] = wave;
            Rank(_queues[queue], instrument, longs);
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

    private void Rank(PriorityQueue<int, (double, int)> queue, int instrument, bool longs)
    {
        queue.Clear();
        int ahead = Ahead(instrument);
        for (int p = _ledger.NewestPositionIn(instrument); p != Ledger.None; p = _ledger.OlderOfInstrument(p))
        {
            if (ahead != Ledger.None)
            {
                _ledger.Fetch(ahead);
                ahead = _ledger.OlderOfInstrument(ahead);
            }

            ref Position row = ref _ledger.Position(p);
            if ((longs ? row.Lots.IsLong : row.Lots.IsShort) && MayBeTaken(row.Account) && ScoreOf(p) is { } score)
            {
                queue.Enqueue(p, (score, p));
            }
        }
    }

    // The row that is so many before the newest.
    private int Ahead(int instrument)
    {
        int position = _ledger.NewestPositionIn(instrument);
        for (int i = 0; i < Lookahead && position != Ledger.None; i++)
        {
            position = _ledger.OlderOfInstrument(position);
        }

        return position;
    }

    private bool MayBeTaken(int account)
    {
        ref Account row = ref _ledger.Account(account);
        return row.Role == AccountRole.Trader && !row.IsSpared;
    }

    // Null for positions that are never taken.
    private double? ScoreOf(int position)
    {
        ref Position row = ref _ledger.Position(position);
        MarginState state = _margins.StateOf(position);
        Money value = _margins.Value(row);
        switch (_rules.Ranking)
        {
            case DeleveragingRanking.PriceMoveTimesLeverage:
                return OnlyPositive(DeleveragingScore.PriceMoveTimesLeverage(value, row.Cost, state.Equity));
            case DeleveragingRanking.ProfitTimesLeverage:
                Money behind = BankruptcyPrice.EquityBehind(state, _margins.Maintenance(row));
                return DeleveragingScore.ProfitTimesLeverage(value, row.Cost, behind);
            case DeleveragingRanking.ProfitOverMarginRatio:
                Money notional = _rules.InitialAt == MarginBasis.Entry ? row.Cost : value;
                Money initial = row.Leverage.InitialMargin(notional.Magnitude);
                return DeleveragingScore.ProfitOverMarginRatio(value - row.Cost, initial, state);
            default:
                Money wallet = _margins.BalanceBehind(position);
                Money floor = _oneUnit * _ledger.Account(row.Account).Weight;
                return OnlyPositive(
                    DeleveragingScore.ProfitTimesMarginRatio(state.Equity - wallet, wallet, floor, state.Maintenance)
                );
        }
    }

    private static double? OnlyPositive(double score) => score > 0 ? score : null;
}
