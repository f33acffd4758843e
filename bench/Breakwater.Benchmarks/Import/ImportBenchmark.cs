using System.Diagnostics;
using Breakwater.Data;

namespace Breakwater.Benchmarks;

/// <summary>Trades from CSV into Parquet with one thread, beside DuckDB's own CSV reader writing the same columns, in turns.</summary>
internal static class ImportBenchmark
{
    private const int Rows = 3_000_000;
    private const int Rounds = 5;

    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("breakwater-").FullName;
        try
        {
            string csv = Path.Combine(folder, "trades.csv");
            TradesFile.Write(csv, Rows);
            var ours = new List<TimeSpan>();
            var theirs = new List<TimeSpan>();
            for (int round = 0; round < Rounds; round++)
            {
                theirs.Add(Measure(() => ReadWithDuckDb(folder, csv, round)));
                ours.Add(Measure(() => Import(folder, csv, round)));
            }

            Report(ours, theirs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Processor time, which a busy machine does not lengthen as it does the clock's.</summary>
    private static TimeSpan Measure(Action action)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        action();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    private static void Report(List<TimeSpan> ours, List<TimeSpan> theirs)
    {
        Console.WriteLine($"{Rows:N0} trades, processor time of {Rounds} rounds in turns, first round cold");
        Console.WriteLine($"Breakwater  {string.Join("  ", ours.Select(Rate))}");
        Console.WriteLine($"DuckDB csv  {string.Join("  ", theirs.Select(Rate))}");
        Console.WriteLine($"ratio of medians {Median(theirs) / Median(ours):0.00}");
    }

    private static string Rate(TimeSpan time) =>
        FormattableString.Invariant($"{Rows / time.TotalSeconds / 1e6:0.00} M rows/s");

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static void Import(string folder, string csv, int round)
    {
        using var store = new ParquetStore(
            Path.Combine(folder, FormattableString.Invariant($"store{round}")),
            threads: 1
        );
        ImportSummary summary = new Importer(store, new ImportOptions()).Import([csv]);
        if (summary.RowsAdded != Rows)
        {
            throw new InvalidOperationException(string.Join(' ', summary.Problems));
        }
    }

    private static void ReadWithDuckDb(string folder, string csv, int round)
    {
        using DuckDbConnection connection = DuckDbConnection.OpenInMemory(folder, threads: 1);
        string target = Path.Combine(folder, FormattableString.Invariant($"{round}.parquet"));
        connection.Execute(
            $"""
            COPY (SELECT make_timestamp(timestamp) AS time, id::VARCHAR AS id, side, price, amount FROM read_csv('{csv}'))
            TO '{target}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)
            """
        );
    }
}
