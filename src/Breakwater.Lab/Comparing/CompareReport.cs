using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>A finished comparison, as it stands in its folder.</summary>
/// <param name="Seeds">That every side met.</param>
/// <param name="Against">Each further side less the first.</param>
public sealed record CompareReport(
    string Folder,
    string Seeds,
    IReadOnlyList<ComparedSide> Sides,
    IReadOnlyList<PairedComparison> Against
)
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public static bool IsIn(string folder) => File.Exists(FileIn(folder));

    /// <returns>As it was written, wherever its folders stand by now.</returns>
    /// <exception cref="InputException">It is no folder of a comparison.</exception>
    public static CompareReport Read(string folder) =>
        RunFolder.ReadJson<CompareReport>(FileIn(folder), "a comparison's differences");

    private static string FileIn(string folder) => Path.Combine(folder, CompareRun.ReportName);
}
