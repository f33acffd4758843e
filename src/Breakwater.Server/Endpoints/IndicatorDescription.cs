namespace Breakwater.Server;

/// <summary>An indicator and what it measures.</summary>
/// <param name="ComparesTwo">Whether it needs an instrument to compare with.</param>
public sealed record IndicatorDescription(string Name, string Meaning, bool ComparesTwo);
