namespace Breakwater.Runs;

/// <summary>Reads a policy's file.</summary>
internal static class PolicyReader
{
    public const string Folder = "policies";

    /// <param name="policy">A name in a policies/ folder, or a path.</param>
    /// <exception cref="InputException">It is not there or wrong.</exception>
    public static Policy Read(SourceFiles files, string policy)
    {
        SourceFile file = ScenarioName.IsPath(policy) ? files.ReadFrom(policy, policy) : Named(files, policy);
        PolicyDocument root = Document<PolicyDocument>.Read(file).Root;
        return new Policy(
            Path.GetFileNameWithoutExtension(policy),
            root.Title,
            root.Reasoning,
            root.Source,
            [.. root.Values.Select(value => new ScenarioValue(value.Key, value.Value, file.Name, Basis.Assumed))]
        );
    }

    private static SourceFile Named(SourceFiles files, string policy) =>
        files.Read($"{Folder}/{policy}.yaml")
        ?? throw new InputException(
            $"there is no policy \"{policy}\", {Nearest.Hint(policy, files.Folders.NamesIn(Folder))}"
        );
}
