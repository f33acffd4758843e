using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Breakwater.Runs;

/// <summary>Holds a tree against a type before it is read: no unknown key, no missing one, lists where lists belong.</summary>
internal static class KeyCheck
{
    /// <exception cref="InputException">The first thing that does not fit.</exception>
    public static void Require(YamlTree tree, Type type) => Check(tree, tree.Root, Forms.Options.GetTypeInfo(type));

    private static void Check(YamlTree tree, JsonNode node, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckKeys(tree, Required<JsonObject>(tree, node, KeysOf(type)), type);
                break;
            case JsonTypeInfoKind.Dictionary:
                CheckEach(
                    tree,
                    node,
                    [.. Required<JsonObject>(tree, node, "a mapping").Select(entry => entry.Value)],
                    type
                );
                break;
            case JsonTypeInfoKind.Enumerable:
                CheckEach(tree, node, [.. Required<JsonArray>(tree, node, "a list")], type);
                break;
            default:
                Required<JsonValue>(tree, node, ExpectedOf(type.Type));
                break;
        }
    }

    private static void CheckKeys(YamlTree tree, JsonObject node, JsonTypeInfo type)
    {
        foreach ((string key, JsonNode? value) in node)
        {
            if (type.Properties.All(property => property.Name != key))
            {
                string hint = Nearest.Hint(key, type.Properties.Select(property => property.Name));
                throw tree.WrongKey(value!, $"unknown key, {hint}");
            }
        }

        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (node[property.Name] is { } value)
            {
                Check(tree, value, Forms.Options.GetTypeInfo(property.PropertyType));
            }
            else if (property.IsRequired)
            {
                throw tree.WrongKey(node, $"the key \"{property.Name}\" is missing");
            }
        }
    }

    private static void CheckEach(
        YamlTree tree,
        JsonNode node,
        IReadOnlyCollection<JsonNode?> children,
        JsonTypeInfo type
    )
    {
        if (children.Count == 0)
        {
            throw tree.WrongKey(node, "must not be empty");
        }

        JsonTypeInfo element = Forms.Options.GetTypeInfo(type.ElementType!);
        foreach (JsonNode? child in children)
        {
            Check(tree, child!, element);
        }
    }

    private static TNode Required<TNode>(YamlTree tree, JsonNode node, string expected)
        where TNode : JsonNode => node as TNode ?? throw tree.Wrong(node, $"must be {expected}");

    private static string KeysOf(JsonTypeInfo type) =>
        $"a mapping with {string.Join(", ", type.Properties.Where(property => property.IsRequired).Select(property => property.Name))}";

    private static string ExpectedOf(Type type) =>
        Forms.Options.GetConverter(Nullable.GetUnderlyingType(type) ?? type) is ITextForm form
            ? form.Expected
            : "one value";
}
