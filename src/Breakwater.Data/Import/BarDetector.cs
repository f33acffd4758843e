namespace Breakwater.Data;

/// <summary>Bars that are no trades, bars that stand still, and bars that contradict each other.</summary>
internal sealed class BarDetector : ISuspicionDetector
{
    private const int MinimumStandstill = 30;
    private const int High = 2;
    private const int Low = 3;
    private const int Close = 4;
    private const int Volume = 5;

    private long _rows;
    private long _movingWithoutVolume;
    private long _conflicts;
    private long _lastTime = long.MinValue;
    private double _lastClose = double.NaN;
    private Standstill _current;
    private Standstill _longest;

    public void Observe(RowBatch batch, int row)
    {
        long time = batch.Times()[row];
        double close = batch.Numbers(Close)[row];
        bool isFlat = batch.Numbers(High)[row] == batch.Numbers(Low)[row];
        _rows++;
        _movingWithoutVolume += batch.Numbers(Volume)[row] == 0 && !isFlat ? 1 : 0;
        _conflicts += time == _lastTime && close != _lastClose ? 1 : 0;
        _current = isFlat && close == _lastClose ? _current.Extend(time) : new Standstill(time, time, 1);
        _longest = _current.Rows > _longest.Rows ? _current : _longest;
        _lastTime = time;
        _lastClose = close;
    }

    public ISuspicionDetector Copy() => (ISuspicionDetector)MemberwiseClone();

    public IEnumerable<Suspicion> Findings()
    {
        if (_movingWithoutVolume * 2 > _rows)
        {
            string text =
                $"volume is 0 in {_movingWithoutVolume} of {_rows} bars whose price moves: mark or index prices, not trades";
            yield return new Suspicion("no-volume", text, null, null, _movingWithoutVolume);
        }

        if (_longest.Rows >= MinimumStandstill)
        {
            string text = $"the price does not move for {_longest.Rows} bars: a feed that stopped?";
            yield return new Suspicion("standstill", text, At(_longest.From), At(_longest.To), _longest.Rows);
        }

        if (_conflicts > 0)
        {
            yield return new Suspicion(
                "conflict",
                $"{_conflicts} bars differ from the bar of the same time before them",
                null,
                null,
                _conflicts
            );
        }
    }

    private static DateTime At(long time) => DateTime.UnixEpoch.AddMicroseconds(time);

    private readonly record struct Standstill(long From, long To, long Rows)
    {
        public Standstill Extend(long time) => new(From, time, Rows + 1);
    }
}
