using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Lab;

namespace Breakwater.Benchmarks;

/// <summary>A run whose one listing has a million steps, for pages that are to stay quick with it. Its prices mean nothing.</summary>
internal static class LongRun
{
    private const int Steps = 1_000_000;
    private const double PerStep = 0.005;

    /// <param name="run">A finished run of a market; all but its series is copied.</param>
    public static void Leave(string run, string copy)
    {
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.EnumerateFiles(run))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        }

        using TableFile series = TableFile.Open(Path.Combine(run, RunTables.SeriesName + ".parquet"));
        series.Read();
        var start = Timestamp.FromDateTimeOffset(new DateTimeOffset((DateTime)series[0]!, TimeSpan.Zero));
        new Table<int>(Enumerable.Range(0, Steps))
            .Time("time_utc", step => start + Duration.FromMilliseconds((long)(step * PerStep * 1000)))
            .Text("venue", _ => (string)series[1]!)
            .Text("coin", _ => (string)series[2]!)
            .Number("middle", Walk)
            .Number("mark", Walk)
            .Number("spread", _ => 1e-5)
            .Number("top_depth", step => 1e6 + Walk(step))
            .Number("bid_depth", step => 1e7 + Walk(step))
            .Number("ask_depth", step => 1e7 - Walk(step))
            .Number("open_interest", step => 1e5 + (step % 1000))
            .Number("bids_within_0_1", step => 1e6 + Walk(step))
            .Number("bids_within_0_25", step => 3e6 + Walk(step))
            .Number("bids_within_0_5", step => 6e6 + Walk(step))
            .Number("asks_within_0_1", step => 1e6 + Walk(step))
            .Number("asks_within_0_25", step => 3e6 + Walk(step))
            .Number("asks_within_0_5", step => 6e6 + Walk(step))
            .WriteParquet(Path.Combine(copy, RunTables.SeriesName + ".parquet"));
    }

    private static double Walk(int step) => 110_000 + (5000 * Math.Sin(step / 40_000.0)) + (40 * Math.Sin(step / 9.0));
}
