using System.Globalization;
using Breakwater.Data;

namespace Breakwater.Cli;

/// <summary>Prints what an import found.</summary>
internal static class ImportView
{
    public static void Write(ImportSummary summary, bool asJson)
    {
        if (asJson)
        {
            JsonOutput.Write(summary);
        }
        else
        {
            WriteText(summary);
        }

        foreach (string problem in summary.Problems)
        {
            Console.Error.WriteLine($"error: {problem.ReplaceLineEndings(" ")}");
        }
    }

    private static void WriteText(ImportSummary summary)
    {
        if (summary.Files.Count == 0)
        {
            Line($"nothing was stored");
            return;
        }

        string formats = string.Join(", ", summary.Files.Select(file => file.Format).Distinct(StringComparer.Ordinal));
        Line(
            $"{summary.Files.Count} files ({formats}): {summary.RowsRead:N0} rows read, {summary.RowsAdded:N0} new, {summary.RowsRejected:N0} rejected"
        );
        foreach (FileSummary file in summary.Files.Where(file => file.Rejected > 0))
        {
            Line($"  rejected {file.Rejected:N0}: first {file.FirstReject}");
            Line($"  set aside in {file.RejectFile}");
        }

        foreach (SeriesSummary series in summary.Series)
        {
            WriteSeries(series);
        }
    }

    private static void WriteSeries(SeriesSummary series)
    {
        Line(
            $"{series.Venue} {series.Instrument} {series.Kind}: {series.Rows:N0} rows, {Time(series.From)} to {Time(series.To)} UTC"
        );
        Line(
            $"  gaps {series.Gaps:N0}{Longest(series)}, duplicates {series.Duplicates:N0}, out of order {series.OutOfOrder:N0}"
        );
        foreach (Suspicion suspicion in series.Suspicions)
        {
            string when = suspicion.From is { } from
                ? $" ({Time(from)}{(suspicion.To is { } to && to != from ? " to " + Time(to) : "")} UTC)"
                : "";
            Line($"  ! {suspicion.Code}: {suspicion.Text}{when}, {suspicion.Rows:N0} rows");
        }
    }

    private static string Longest(SeriesSummary series)
    {
        IEnumerable<string> gaps = series.LongestGaps.Select(gap => $"{Time(gap.From)} to {Time(gap.To)}");
        return series.Gaps == 0 ? "" : $" (longest {string.Join(", ", gaps)} UTC)";
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static void Line(FormattableString text) => Console.Out.WriteLine(FormattableString.Invariant(text));
}
