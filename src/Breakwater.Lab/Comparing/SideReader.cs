using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Reads the runs of a folder: of one run, or of an ensemble.</summary>
internal static class SideReader
{
    public static bool IsRunFolder(string text) => File.Exists(Path.Combine(text, RunFolder.ManifestName));

    /// <exception cref="InputException">It is no complete run or ensemble.</exception>
    public static SideRuns Read(string folder)
    {
        RunManifest manifest = RunFolder.RequireComplete(folder);
        if (File.Exists(Path.Combine(folder, EnsembleRun.SummaryName)))
        {
            return ReadEnsemble(folder, manifest);
        }

        RunSummary run = RunFolder.ReadSummary(folder);
        string seed = run.Seed.ToString(CultureInfo.InvariantCulture);
        return new SideRuns(folder, manifest, seed, run.Start, run.End, run.EventLogHash, [RunFigures.Of(run)]);
    }

    private static SideRuns ReadEnsemble(string folder, RunManifest manifest)
    {
        EnsembleSummary summary = RunFolder.ReadJson<EnsembleSummary>(
            Path.Combine(folder, EnsembleRun.SummaryName),
            "an ensemble's summary"
        );
        return new SideRuns(
            folder,
            manifest,
            summary.Seeds,
            summary.Start,
            summary.End,
            summary.EventLogHash,
            SeedTable.Read(folder, SeedList.Parse(summary.Seeds))
        );
    }
}
