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
}
