namespace Breakwater.Runs;

/// <summary>Another value for one place of a scenario.</summary>
/// <param name="Path">Keys joined by dots, such as "market.shock.size": a stated value goes by the name of what it states.</param>
/// <param name="Text">As the file would write it, such as "6.5 %".</param>
/// <param name="Source">Where a fitted value comes from; null leaves basis and source as they are.</param>
public sealed record ScenarioValue(string Path, string Text, string? Source = null)
{
    /// <summary>How a manifest tells of it.</summary>
    public string Remark => $"{Path} was set to {Text} for this run";
}
