namespace Breakwater.Runs;

/// <summary>How a user names what to run: a scenario, then policies that are laid over it: "oct-10-2025+fund-doubled".</summary>
/// <param name="Scenario">A name in a scenarios/ folder, or a path.</param>
/// <param name="Policies">Names in a policies/ folder, or paths; the later ones have the last word.</param>
public sealed record ScenarioName(string Scenario, IReadOnlyList<string> Policies)
{
    private const char Plus = '+';

    /// <summary>As runs are called: without folders and extensions.</summary>
    public string Label => string.Join(Plus, Policies.Prepend(Scenario).Select(Path.GetFileNameWithoutExtension));

    /// <summary>The same scenario with one policy more.</summary>
    public ScenarioName With(string policy) => this with { Policies = [.. Policies, policy] };

    /// <exception cref="InputException">A name is empty.</exception>
    public static ScenarioName Parse(string text)
    {
        string[] parts = File.Exists(text) ? [text] : text.Split(Plus);
        return parts.All(part => part.Length > 0)
            ? new ScenarioName(parts[0], parts[1..])
            : throw new InputException(
                $"\"{text}\" must be a scenario, perhaps with policies, such as \"oct-10-2025+fund-doubled\""
            );
    }

    public override string ToString() => string.Join(Plus, Policies.Prepend(Scenario));

    /// <summary>Whether a text is the path of a file rather than a name: it has a folder or an extension.</summary>
    internal static bool IsPath(string text) => Path.HasExtension(text) || text.AsSpan().IndexOfAny('/', '\\') >= 0;
}
