namespace Breakwater.Server;

/// <summary>An indicator and what it measures.</summary>
public sealed record IndicatorDescription(string Name, string Meaning);
