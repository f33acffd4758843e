using System.Diagnostics;
using Breakwater.Data;

namespace Breakwater.Benchmarks;

/// <summary>Files of growing size, one after the other: the peak of the process must not grow with them.</summary>
internal static class ImportMemory
{
    private static readonly int[] s_rows = [1_000_000, 4_000_000, 12_000_000];

    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("breakwater-").FullName;
        try
        {
            foreach (int rows in s_rows)
            {
                string csv = Path.Combine(folder, "trades.csv");
                TradesFile.Write(csv, rows);
                Report(rows, Import(folder, csv, rows));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TimeSpan Import(string folder, string csv, int rows)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        string place = Path.Combine(folder, FormattableString.Invariant($"store{rows}"));
        using var store = new ParquetStore(place, threads: 1);
        ImportSummary summary = new Importer(store, new ImportOptions()).Import([csv]);
        if (summary.RowsAdded != rows)
        {
            throw new InvalidOperationException(string.Join(' ', summary.Problems));
        }

        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    private static void Report(int rows, TimeSpan time)
    {
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(
            FormattableString.Invariant(
                $"{rows, 11:N0} rows  {rows / time.TotalSeconds / 1e6:0.00} M rows/s  peak so far {process.PeakWorkingSet64 / 1e6:0} MB"
            )
        );
    }
}
