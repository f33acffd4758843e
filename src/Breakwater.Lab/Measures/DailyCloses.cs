namespace Breakwater.Lab;

/// <summary>The last close of each day (UTC).</summary>
internal sealed class DailyCloses
{
    private readonly SortedList<DateOnly, double> _closes = [];

    public IEnumerable<DateOnly> Days => _closes.Keys;

    public double this[DateOnly day] => _closes[day];

    public void Add(DateTime time, double close) => _closes[DateOnly.FromDateTime(time)] = close;

    public bool Has(DateOnly day) => _closes.ContainsKey(day);
}
