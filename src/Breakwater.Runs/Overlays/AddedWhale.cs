using System.Text.Json.Nodes;

namespace Breakwater.Runs;

/// <summary>A change that brings an account of its own: "whales.NAME" with what a scenario would write as its value, in one line.</summary>
internal static class AddedWhale
{
    private const string Whales = "whales";

    /// <returns>Null where the path leads elsewhere, also to a part of a whale.</returns>
    public static string? NameIn(string path) =>
        path.Split('.') is [Whales, { Length: > 0 } name] && name != "*" ? name : null;

    public static void AddTo(YamlTree tree, string name, ScenarioValue change, Func<string, InputException> wrong)
    {
        if (tree.Root[Whales]?[name] is not null)
        {
            throw wrong("a whale of that name is there already");
        }

        if (Parsed(change, wrong) is not JsonObject whale)
        {
            throw wrong(
                "must be a whale, such as \"{ venue: hyperliquid, coin: BTC, side: short, quantity: 10 BTC, entry: 100_000 USD, leverage: 5x, mode: cross }\""
            );
        }

        string source = change.Source ?? "a value of a baseline";
        tree.AddStated(Whales, name, (JsonObject)whale.DeepClone(), source, change.Basis, $"{source}: {change.Path}");
    }

    private static JsonNode? Parsed(ScenarioValue change, Func<string, InputException> wrong)
    {
        try
        {
            return YamlTree.Parse(new SourceFile(change.Path, change.Text)).Root;
        }
        catch (InputException)
        {
            throw wrong("is no YAML on one line");
        }
    }
}
