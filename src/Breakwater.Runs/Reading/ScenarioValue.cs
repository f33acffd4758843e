namespace Breakwater.Runs;

/// <summary>Another value for one place of a scenario, or for all that a path with "*" leads to.</summary>
/// <param name="Path">Keys joined by dots, such as "market.shock.size": a stated value goes by the name of what it states.</param>
/// <param name="Text">As the file would write it, such as "6.5 %"; or "* 2" for a multiple of what stands there.</param>
/// <param name="Source">Where it comes from; null leaves basis and source as they are.</param>
/// <param name="Basis">Of the value, where a source is given.</param>
public sealed record ScenarioValue(string Path, string Text, string? Source = null, Basis Basis = Basis.Fitted)
{
    /// <summary>What a user typed: "market.shock.size=6 %".</summary>
    /// <exception cref="InputException">It is no path and value.</exception>
    public static ScenarioValue Parse(string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0 && sign < text.Length - 1
            ? new ScenarioValue(text[..sign].Trim(), text[(sign + 1)..].Trim(), "--set", Basis.Assumed)
            : throw new InputException(
                $"--set: \"{text}\" must be a path and a value, such as \"market.shock.size=6 %\""
            );
    }

    /// <summary>Whether its path is, or leads also to, another one.</summary>
    public bool LeadsTo(string path)
    {
        string[] keys = Path.Split('.');
        string[] others = path.Split('.');
        return keys.Length == others.Length
            && keys.Zip(others).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    public override string ToString() => $"{Source}: {Path} = {Text}";
}
