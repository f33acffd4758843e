namespace Breakwater.Runs;

/// <summary>What a scenario's scores are set beside.</summary>
/// <param name="Scenario">Another scenario; null for the same one.</param>
/// <param name="Values">That take the place of its own; empty for none.</param>
public sealed record Baseline(string Name, string? Scenario, IReadOnlyList<ScenarioValue> Values);
