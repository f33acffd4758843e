namespace Breakwater.Lab;

/// <summary>What a search found.</summary>
/// <param name="Best">Of equal ones the first.</param>
/// <param name="All">In order of evaluation.</param>
/// <param name="Converged">False where the budget ended first.</param>
internal sealed record SearchResult(Evaluation Best, IReadOnlyList<Evaluation> All, bool Converged);
