namespace Breakwater.Runs;

/// <summary>A named change of scenarios: a file in policies/.</summary>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Title">One line; or what is wrong with the file, in a list.</param>
/// <param name="Reasoning">What the change asks of the market.</param>
/// <param name="Source">Where the question, or the size of the change, comes from.</param>
public sealed record Policy(
    string Name,
    string Title,
    string Reasoning,
    string Source,
    IReadOnlyList<ScenarioValue> Values
);
