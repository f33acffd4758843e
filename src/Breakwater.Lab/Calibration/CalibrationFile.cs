using System.Globalization;
using System.Text;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Writes a calibration as a scenario reads it: whole or not at all.</summary>
internal static class CalibrationFile
{
    public static void Write(CalibrationReport report)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(report.File))!;
        Directory.CreateDirectory(folder);
        string partial = FormattableString.Invariant($"{report.File}.partial-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(partial, TextOf(report));
            File.Move(partial, report.File, overwrite: false);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    public static string TextOf(CalibrationReport report)
    {
        var text = new StringBuilder();
        Line($"# Fitted to one event: docs/models/calibration.md says how, and what it cannot tell apart.");
        Line($"scenario: {report.Scenario}");
        Line($"date: {report.Date:yyyy-MM-dd}");
        Line($"engine: \"{report.Engine}\"");
        Line($"method: \"{CalibrationReport.Method}\"");
        Line($"seed: {report.Seed}");
        Line($"pathSeeds: \"{report.PathSeeds}\"");
        Line($"crowds: \"{report.Crowds}\"");
        Line($"thinning: {report.Thinning}");
        Line($"evaluations: {report.Evaluations}");
        Line($"objective: {Number(report.Objective)}");
        Line($"objectiveBefore: {Number(report.ObjectiveBefore)}");
        Line($"values:");
        foreach (CalibratedParameter fitted in report.Parameters)
        {
            Line($"  {fitted.Parameter.Path}:");
            Line($"    value: {fitted.Value}");
            Line($"    low: {fitted.Parameter.Low}");
            Line($"    high: {fitted.Parameter.High}");
            Line($"    scale: {Word(fitted.Parameter.Scale)}");
            Line($"    part: {Word(fitted.Parameter.Part)}");
            Line($"    section: [{string.Join(", ", fitted.Section.Select(PointOf))}]");
            Line($"    envelope: [{string.Join(", ", fitted.Envelope.Select(PointOf))}]");
        }

        Line($"rows:");
        foreach (ScoreboardRow row in report.Rows)
        {
            Score score = row.Model;
            string numbers = score.Median is null
                ? ""
                : $"low: {Number(score.Low!.Value)}, median: {Number(score.Median.Value)}, high: {Number(score.High!.Value)}, ";
            Line($"  {row.Observable.Id}: {{ {numbers}inside: {(score.Inside == true ? "true" : "false")} }}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string PointOf(ProfilePoint point) =>
        $"{{ value: {point.Value}, objective: {Number(point.Objective)} }}";

    // Digits beyond the sixth say nothing, and files know no exponents.
    private static string Number(double number) => new MeasuredText(number, "").ToString();

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
