namespace Breakwater.Data;

/// <summary>Rows of another day than the one in the file's name.</summary>
internal sealed class OtherDayDetector(DateOnly day) : ISuspicionDetector
{
    private readonly long _from =
        (day.ToDateTime(TimeOnly.MinValue).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
    private long _outside;
    private long _first;

    public void Observe(RowBatch batch, int row)
    {
        long time = batch.Times()[row];
        if ((time < _from || time >= _from + TimeText.MicrosecondsPerDay) && _outside++ == 0)
        {
            _first = time;
        }
    }

    public ISuspicionDetector Copy() => (ISuspicionDetector)MemberwiseClone();

    public IEnumerable<Suspicion> Findings()
    {
        if (_outside > 0)
        {
            DateTime first = DateTime.UnixEpoch.AddMicroseconds(_first);
            yield return new Suspicion(
                "other-day",
                $"{_outside} rows are not of {day:yyyy-MM-dd}, the day in the file's name",
                first,
                null,
                _outside
            );
        }
    }
}
