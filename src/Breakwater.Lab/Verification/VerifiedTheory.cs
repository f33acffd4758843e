namespace Breakwater.Lab;

/// <summary>A theory's figures, published and ours.</summary>
/// <param name="Skipped">Why nothing could be compared; null where it was.</param>
public sealed record VerifiedTheory(
    string Name,
    string Claim,
    Paper Paper,
    IReadOnlyList<VerifiedFigure> Figures,
    string? Skipped = null
)
{
    public bool? Pass => Skipped is null ? Figures.All(figure => figure.Pass) : null;

    /// <summary>A figure that fails and nobody has explained.</summary>
    public bool IsBroken => Figures.Any(figure => !figure.Pass && figure.Limit is null);
}
