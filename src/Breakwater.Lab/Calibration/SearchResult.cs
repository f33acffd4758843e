namespace Breakwater.Lab;

/// <summary>What a search found.</summary>
/// <param name="Best">Of equal ones the first; a look along the axes found nothing that is lower by more than the gain that counts.</param>
/// <param name="All">In order of evaluation.</param>
/// <param name="Sections">By dimension: the function along it from the best point, the other coordinates as there; none where it did not converge.</param>
/// <param name="Converged">False where the budget ended first.</param>
internal sealed record SearchResult(
    Evaluation Best,
    IReadOnlyList<Evaluation> All,
    IReadOnlyList<IReadOnlyList<Evaluation>> Sections,
    bool Converged
);
