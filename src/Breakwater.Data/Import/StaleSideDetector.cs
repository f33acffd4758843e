namespace Breakwater.Data;

/// <summary>Finds parts of a book that stand still while the opposite side moves: a feed that stopped, not a calm market.</summary>
/// <remarks>
/// A part is a band of a depth curve, or the best level of a book. It is stale where its values repeat to the last digit for at
/// least <see cref="MinimumMicroseconds"/> while the opposite side changed at least <see cref="MinimumOppositeChanges"/> times.
/// </remarks>
internal sealed class StaleSideDetector : ISuspicionDetector
{
    public const long MinimumMicroseconds = 300 * TimeText.MicrosecondsPerSecond;
    public const int MinimumOppositeChanges = 10;

    private const int MaximumParts = 1000;

    private SortedDictionary<double, Part> _parts = [];
    private long[] _changes = new long[2];
    private readonly bool _isBook;

    public StaleSideDetector(Schema schema) => _isBook = schema == Schemas.BookLevels;

    public void Observe(RowBatch batch, int row)
    {
        double key = batch.Numbers(1)[row];
        long time = batch.Times()[row];
        if (!_isBook)
        {
            Observe(key, time, batch.Numbers(2)[row], batch.Numbers(3)[row]);
        }
        else if (key == 0)
        {
            Observe(-1, time, batch.Numbers(2)[row], batch.Numbers(3)[row]);
            Observe(1, time, batch.Numbers(4)[row], batch.Numbers(5)[row]);
        }
    }

    public ISuspicionDetector Copy()
    {
        var copy = (StaleSideDetector)MemberwiseClone();
        copy._changes = [.. _changes];
        copy._parts = [];
        foreach ((double key, Part part) in _parts)
        {
            copy._parts.Add(key, part.Copy());
        }

        return copy;
    }

    public IEnumerable<Suspicion> Findings()
    {
        foreach ((double key, Part part) in _parts)
        {
            part.EndRun(_changes[Opposite(key)]);
            if (part.StaleRuns > 0)
            {
                yield return Describe(key, part);
            }
        }
    }

    private static int SideOf(double key) => key < 0 ? 0 : 1;

    private static int Opposite(double key) => 1 - SideOf(key);

    private void Observe(double key, long time, double first, double second)
    {
        if (!_parts.TryGetValue(key, out Part? part))
        {
            if (_parts.Count == MaximumParts)
            {
                return;
            }

            part = new Part();
            _parts.Add(key, part);
        }

        if (part.IsRepeated(first, second))
        {
            part.Extend(time);
        }
        else
        {
            part.EndRun(_changes[Opposite(key)]);
            part.StartRun(time, first, second, _changes[Opposite(key)]);
            _changes[SideOf(key)]++;
        }
    }

    private Suspicion Describe(double key, Part part)
    {
        string side = key < 0 ? "bid" : "ask";
        string name = _isBook ? $"best {side}" : FormattableString.Invariant($"{side} band {key:+0.##;-0.##} %");
        string stretches = part.StaleRuns == 1 ? "" : $" in {part.StaleRuns} stretches";
        return new Suspicion(
            "stale-side",
            $"{name} stands still{stretches} while the other side moves",
            DateTime.UnixEpoch.AddMicroseconds(part.FirstStale),
            DateTime.UnixEpoch.AddMicroseconds(part.LastStale),
            part.StaleRows
        );
    }

    private sealed class Part
    {
        private double _first = double.NaN;
        private double _second = double.NaN;
        private long _from;
        private long _to;
        private long _rows;
        private long _oppositeChangesAtStart;

        public int StaleRuns { get; private set; }

        public long StaleRows { get; private set; }

        public long FirstStale { get; private set; }

        public long LastStale { get; private set; }

        public Part Copy() => (Part)MemberwiseClone();

        public bool IsRepeated(double first, double second) => first == _first && second == _second;

        public void Extend(long time)
        {
            _to = time;
            _rows++;
        }

        public void StartRun(long time, double first, double second, long oppositeChanges)
        {
            (_first, _second) = (first, second);
            (_from, _to) = (time, time);
            _rows = 1;
            _oppositeChangesAtStart = oppositeChanges;
        }

        public void EndRun(long oppositeChanges)
        {
            bool isStale =
                _to - _from >= MinimumMicroseconds
                && oppositeChanges - _oppositeChangesAtStart >= MinimumOppositeChanges;
            if (isStale)
            {
                FirstStale = StaleRuns == 0 ? _from : FirstStale;
                LastStale = _to;
                StaleRuns++;
                StaleRows += _rows;
            }
        }
    }
}
