namespace Breakwater.Lab;

/// <summary>One side less the first, figure by figure.</summary>
/// <param name="Label">Of the side.</param>
/// <param name="LeftOut">Figures that only one of the two has.</param>
public sealed record PairedComparison(string Label, IReadOnlyList<PairedFigure> Figures, int LeftOut)
{
    internal static PairedComparison Of(SideRuns first, SideRuns other, string label, Resamples resamples)
    {
        FigureName[] common = [.. first.Figures.Where(other.Has)];
        return new PairedComparison(
            label,
            [
                .. common
                    .Select(name => PairedFigure.Of(name, first[name], other[name], resamples))
                    .OfType<PairedFigure>(),
            ],
            first.Figures.Count + other.Figures.Count - 2 * common.Length
        );
    }
}
