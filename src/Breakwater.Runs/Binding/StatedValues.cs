using System.Text.Json;
using System.Text.Json.Nodes;

namespace Breakwater.Runs;

/// <summary>Finds what a file states: every mapping with a value and its basis.</summary>
internal static class StatedValues
{
    /// <param name="tree">Holds what its type asks for.</param>
    public static IReadOnlyList<StatedValue> In(YamlTree tree) => [.. Below(tree, tree.Root, [])];

    private static IEnumerable<StatedValue> Below(YamlTree tree, JsonNode node, string[] path) =>
        node switch
        {
            JsonObject stated when stated.ContainsKey("value") && stated.ContainsKey("basis") =>
            [
                new StatedValue(
                    tree.File,
                    tree.LineOf(stated),
                    string.Join('.', path),
                    TextOf(stated["value"]!),
                    JsonSerializer.Deserialize<Basis>(stated["basis"]!, Forms.Options),
                    TextOf(stated["source"]!),
                    stated["date"] is { } date ? TextOf(date) : null
                ),
            ],
            JsonObject mapping => mapping.SelectMany(entry => Below(tree, entry.Value!, [.. path, entry.Key])),
            JsonArray list => list.SelectMany(
                (item, i) => Below(tree, item!, [.. path, FormattableString.Invariant($"{i}")])
            ),
            _ => [],
        };

    private static string TextOf(JsonNode node) =>
        node switch
        {
            JsonObject mapping => string.Join(", ", mapping.Select(entry => $"{entry.Key} {TextOf(entry.Value!)}")),
            JsonArray list => string.Join("; ", list.Select(item => TextOf(item!))),
            _ => node.GetValue<string>(),
        };
}
