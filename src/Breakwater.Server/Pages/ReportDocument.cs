using System.Text.Json;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>What a report holds of a run: its files as they are, its flows, and its series in fewer points.</summary>
internal static class ReportDocument
{
    private const int PointsOfSeries = 285;
    private const int MomentsOfLadders = 96;

    private static readonly string[] s_files =
    [
        RunFolder.ManifestName,
        RunFolder.SummaryName,
        ScenarioRun.ComparisonName,
        EnsembleRun.SummaryName,
        EnsembleRun.ScoreboardName,
    ];

    private static readonly JsonSerializerOptions s_short = new(RunFolder.Json) { WriteIndented = false };

    /// <returns>JSON in UTF-8.</returns>
    /// <exception cref="InputException">It is no run folder, or the run did not come to its end.</exception>
    public static byte[] Of(string folder)
    {
        RunFolder.RequireComplete(folder);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = s_short.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("id", Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
            WriteFiles(json, folder);
            Write(json, "flows", RecordedFlow.IsIn(folder) ? RecordedFlow.Read(folder) : null);
            Write(json, "differences", DifferencesIn(folder));
            Write(json, "observedPrices", ObservedPrices.IsIn(folder) ? ObservedPrices.Read(folder) : null);
            Write(json, "fan", PriceFan.IsIn(folder) ? PriceFan.Read(folder) : null);
            IReadOnlyList<ListingSeries>? series = RecordedSeries.IsIn(folder) ? RecordedSeries.Read(folder) : null;
            Write(json, "series", series?.Select(SampledFor).ToArray());
            Write(json, "ladders", series?.Where(HasLadder).Select(LadderFor).ToArray());
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static CompareReport? DifferencesIn(string folder) =>
        CompareReport.IsIn(folder) ? ComparisonEndpoints.WithoutPlaces(CompareReport.Read(folder)) : null;

    // Copied, not read and written again: a report has the very numbers of the folder.
    private static void WriteFiles(Utf8JsonWriter json, string folder)
    {
        foreach (string file in s_files)
        {
            string path = Path.Combine(folder, file);
            json.WritePropertyName(Path.GetFileNameWithoutExtension(file));
            if (File.Exists(path))
            {
                using FileStream stream = File.OpenRead(path);
                using JsonDocument document = JsonDocument.Parse(stream);
                document.RootElement.WriteTo(json);
            }
            else
            {
                json.WriteNullValue();
            }
        }
    }

    private static SampledSeries SampledFor(ListingSeries series) =>
        SampledSeries.Of(series, 0, long.MaxValue - 1, PointsOfSeries);

    private static bool HasLadder(ListingSeries series) => series.Ladder.Count > 0;

    private static SampledLadder LadderFor(ListingSeries series) => SampledLadder.Of(series, MomentsOfLadders);

    private static void Write<T>(Utf8JsonWriter json, string name, T? value)
        where T : class
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, s_short);
    }
}
