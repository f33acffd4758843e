using System.Globalization;

namespace Breakwater.Data;

/// <summary>Tells the interval of bars, and bars of trades from bars of mark prices, by the beginning of a file.</summary>
internal static class BarKind
{
    private const int RowsToJudgeBy = 200;

    private static readonly (long Seconds, string Name)[] s_intervals =
    [
        (604_800, "w"),
        (86_400, "d"),
        (3_600, "h"),
        (60, "m"),
        (1, "s"),
    ];

    public static string Of(Format format, SourceSample sample)
    {
        IRecordReader records = RecordReaders.Open(sample.Open(), format, sample);
        using var held = records as IDisposable;
        var parser = new RowParser(format, RowPlan.For(format, records.Names), fileTime: null);
        var batch = new RowBatch(format.Schema, RowsToJudgeBy);
        for (RecordStatus status = records.Read(); status != RecordStatus.End && !batch.IsFull; status = records.Read())
        {
            if (status == RecordStatus.Record && parser.Parse(records, parser.Plan.Rows[0]))
            {
                batch.Add(parser.Row, 0);
            }
        }

        string interval = Interval(batch.Times());
        string view =
            MovesWithoutVolume(batch) ? StoreViews.MarkBars
            : interval.EndsWith('d') || interval.EndsWith('w') ? StoreViews.DailyBars
            : Schemas.Bars.Name;
        return $"{view}-{interval}";
    }

    private static bool MovesWithoutVolume(RowBatch batch)
    {
        ReadOnlySpan<double> volumes = batch.Numbers(Schemas.Bars.IndexOf("volume"));
        bool moves = !batch.Numbers(2).SequenceEqual(batch.Numbers(3));
        return moves && !volumes.ContainsAnyExcept(0d);
    }

    /// <summary>The commonest step, as in <c>5m</c>; <c>unknown</c> where there are too few rows.</summary>
    private static string Interval(ReadOnlySpan<long> times)
    {
        var steps = new List<long>();
        for (int row = 1; row < times.Length; row++)
        {
            steps.Add((times[row] - times[row - 1]) / TimeText.MicrosecondsPerSecond);
        }

        long step = steps
            .Where(step => step > 0)
            .GroupBy(step => step)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefault();
        if (step == 0)
        {
            return "unknown";
        }

        (long seconds, string name) = s_intervals.First(interval => step % interval.Seconds == 0);
        return (step / seconds).ToString(CultureInfo.InvariantCulture) + name;
    }
}
