namespace Breakwater.Runs;

/// <summary>A scenario that can be run by name.</summary>
/// <param name="Title">What it is, or why it cannot be read.</param>
public sealed record ScenarioEntry(string Name, string Title);
