namespace Breakwater.Data;

/// <summary>What is learnt about one series while its rows pass by in the order of the file, in constant memory.</summary>
internal sealed class SeriesProfile
{
    private const int CrowdedMoment = 256;

    /// <summary>Rows of one time beyond these are not compared here; the store does it then, as for rows out of order.</summary>
    private const int LargestMoment = 100_000;

    private ISuspicionDetector[] _detectors;
    private OrderTracker _rising;
    private OrderTracker _falling;
    private List<Suspicion> _ofFiles = [];
    private HashSet<ulong> _othersOfThisMoment = [];
    private ulong _firstOfThisMoment;
    private long _moment = long.MinValue;

    public SeriesProfile(Schema schema, string instrument)
    {
        _rising = new OrderTracker(schema, direction: 1);
        _falling = new OrderTracker(schema, direction: -1);
        _detectors = [.. DetectorsFor(schema, instrument)];
    }

    public long Rows { get; private set; }

    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    /// <summary>Files may run from the oldest row to the newest or back: the better fit is the intended one.</summary>
    public OrderTracker Order => _falling.OutOfOrder < _rising.OutOfOrder ? _falling : _rising;

    public long Duplicates { get; private set; }

    public IEnumerable<Suspicion> Suspicions => _detectors.SelectMany(detector => detector.Findings()).Concat(_ofFiles);

    /// <summary>What is known so far, to go back to where a file turns out to be damaged.</summary>
    public SeriesProfile Copy()
    {
        var copy = (SeriesProfile)MemberwiseClone();
        copy._detectors = [.. _detectors.Select(detector => detector.Copy())];
        copy._rising = _rising.Copy();
        copy._falling = _falling.Copy();
        copy._ofFiles = [.. _ofFiles];
        copy._othersOfThisMoment = [.. _othersOfThisMoment];
        return copy;
    }

    /// <summary>Adds what was found about one file of the series.</summary>
    public void Add(IEnumerable<Suspicion> findings) => _ofFiles.AddRange(findings);

    /// <returns>True where the row comes in order of time and repeats none of the same time.</returns>
    public bool Observe(RowBatch batch, int row)
    {
        long time = batch.Times()[row];
        Rows++;
        First = Math.Min(First, time);
        Last = Math.Max(Last, time);
        bool isRising = _rising.Observe(time);
        _ = _falling.Observe(time);
        bool repeats = IsRepeated(batch, row, time);
        Duplicates += repeats ? 1 : 0;
        foreach (ISuspicionDetector detector in _detectors)
        {
            detector.Observe(batch, row);
        }

        return isRising && !repeats && _othersOfThisMoment.Count < LargestMoment;
    }

    private static IEnumerable<ISuspicionDetector> DetectorsFor(Schema schema, string instrument)
    {
        if (schema == Schemas.DepthBands || schema == Schemas.BookLevels)
        {
            yield return new StaleSideDetector(schema);
        }

        if (schema == Schemas.Bars)
        {
            yield return new BarDetector();
            yield return new PriceJumpDetector(schema.IndexOf("close"));
            yield return new QuantityDetector(schema.IndexOf("volume"), instrument);
        }

        if (schema == Schemas.Trades)
        {
            yield return new PriceJumpDetector(schema.IndexOf("price"));
            yield return new QuantityDetector(schema.IndexOf("quantity"), instrument);
        }
    }

    /// <summary>Most moments have one row, which needs no set.</summary>
    private bool IsRepeated(RowBatch batch, int row, long time)
    {
        ulong hash = RowHash.Of(batch, row);
        if (time != _moment)
        {
            _moment = time;
            _firstOfThisMoment = hash;
            ForgetMoment();
            return false;
        }

        if (_othersOfThisMoment.Count == LargestMoment)
        {
            return hash == _firstOfThisMoment || _othersOfThisMoment.Contains(hash);
        }

        return hash == _firstOfThisMoment || !_othersOfThisMoment.Add(hash);
    }

    /// <summary>Clearing costs as much as the set ever held: after a crowded moment a new one is cheaper.</summary>
    private void ForgetMoment()
    {
        if (_othersOfThisMoment.Count > CrowdedMoment)
        {
            _othersOfThisMoment = [];
        }
        else if (_othersOfThisMoment.Count > 0)
        {
            _othersOfThisMoment.Clear();
        }
    }
}
