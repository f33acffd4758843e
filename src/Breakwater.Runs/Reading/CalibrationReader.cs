namespace Breakwater.Runs;

/// <summary>Reads the calibration that a scenario names.</summary>
internal static class CalibrationReader
{
    /// <returns>What it puts in the place of the scenario's values; empty where none is named.</returns>
    /// <exception cref="InputException">The file is not there or wrong.</exception>
    public static IEnumerable<ScenarioValue> ValuesFor(Document<ScenarioDocument> scenario, SourceFiles files)
    {
        if (scenario.Root.Calibration is not { } use)
        {
            return [];
        }

        SourceFile file = files.Read(use.File) ?? throw scenario.Wrong(use, nameof(use.File), "is not there");
        return Document<CalibrationDocument>
            .Read(file)
            .Root.Values.Where(entry => use.Take == CalibrationExtent.All || entry.Value.Part == FittedPart.Behaviour)
            .Select(entry => new ScenarioValue(entry.Key, entry.Value.Value, $"fitted: {file.Name}"));
    }
}
