namespace Breakwater.Server;

/// <summary>Another value for one place of a scenario.</summary>
/// <param name="Path">As the scenario's values name it, such as "market.shock.size".</param>
/// <param name="Text">As the file would write it, such as "6.5 %".</param>
public sealed record OrderedValue(string Path, string Text);
