using System.Globalization;
using Breakwater.Lab;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>A calibration as tables for people.</summary>
internal static class CalibrationView
{
    public static void Write(IAnsiConsole terminal, CalibrationReport report)
    {
        terminal.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Scenario}: objective {report.Objective:0.0000}, {report.ObjectiveBefore:0.0000} at the values that stand; {report.Evaluations} evaluations of path seeds {report.PathSeeds} on crowds {report.Crowds}, accounts thinned by {report.Thinning}"
            )
        );
        terminal.WriteLine();
        terminal.WriteLine("VALUES (fitted)");
        terminal.Write(ValuesOf(report));
        terminal.WriteLine(
            "section: objective along the value alone; envelope: lowest of all evaluations by tenth of the range"
        );
        terminal.WriteLine();
        terminal.WriteLine(
            "FITTING ROWS (modelled, at these seeds and accounts; score them with breakwater run --seeds)"
        );
        terminal.Write(ScoreboardView.TableOf(report.Rows, []));
        terminal.WriteLine(string.Join("; ", ScoreboardView.ReasonsOf(report.Rows)));
        terminal.WriteLine($"breakwater {report.Engine}");
        terminal.WriteLine($"written to {report.File}");
    }

    private static Table ValuesOf(CalibrationReport report)
    {
        Table table = RunView.NewTable("value", "part");
        foreach (
            string column in (string[])["fitted", "from", "to", "section, least to most", "envelope, least to most"]
        )
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (CalibratedParameter fitted in report.Parameters)
        {
            table.AddRow(
                fitted.Parameter.Path,
                fitted.Parameter.Part.ToString().ToLowerInvariant(),
                fitted.Value,
                fitted.Parameter.Low.ToString(),
                fitted.Parameter.High.ToString(),
                Span(fitted.Section),
                Span(fitted.Envelope)
            );
        }

        return table;
    }

    private static string Span(IReadOnlyList<ProfilePoint> points) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{points.Min(point => point.Objective):0.000} to {points.Max(point => point.Objective):0.000}"
        );
}
