namespace Breakwater.Lab;

/// <summary>A published number and ours.</summary>
/// <param name="Where">Table, figure or equation of the paper.</param>
/// <param name="Tolerance">In the unit of the figure; covers what the paper rounds and what our sample leaves open.</param>
/// <param name="Limit">Why it does not come out, where that is known and written down; else null.</param>
public sealed record VerifiedFigure(
    string Quantity,
    string Where,
    double Published,
    double Ours,
    double Tolerance,
    FigureRelation Relation = FigureRelation.Within,
    string? Limit = null
)
{
    public bool Pass =>
        Relation switch
        {
            FigureRelation.AtLeast => Ours >= Published - Tolerance,
            FigureRelation.AtMost => Ours <= Published + Tolerance,
            _ => Math.Abs(Ours - Published) <= Tolerance,
        };
}
