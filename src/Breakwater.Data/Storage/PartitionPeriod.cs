namespace Breakwater.Data;

/// <summary>How much time one partition covers: a day, or a year for kinds with a few rows a day at most.</summary>
internal readonly record struct PartitionPeriod(bool IsYear)
{
    public static PartitionPeriod Of(string view) =>
        new(
            view is "readings" or "fund_flows" or "funding"
                || view.StartsWith(StoreViews.DailyBars, StringComparison.Ordinal)
        );

    /// <summary>The first day of the period, in days since 1970-01-01.</summary>
    public long StartOf(long microseconds)
    {
        long day = Math.DivRem(microseconds, TimeText.MicrosecondsPerDay, out _);
        return IsYear ? day - DateTime.UnixEpoch.AddDays(day).DayOfYear + 1 : day;
    }
}
