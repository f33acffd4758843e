using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Breakwater.Runs;

/// <summary>Follows a path such as "venues.*.fundCapital" through a tree that fits its type.</summary>
/// <remarks>A stated value goes by the name of what it states: the key "value" is left out.</remarks>
internal sealed class ChangedPlaces
{
    private const string Every = "*";
    private const string ValueKey = "value";
    private const string BasisKey = "basis";

    private readonly string[] _keys;
    private readonly Func<string, InputException> _wrong;

    private ChangedPlaces(string path, Func<string, InputException> wrong) =>
        (_keys, _wrong) = (path.Split('.'), wrong);

    /// <param name="type">Of the whole tree.</param>
    /// <param name="wrong">Makes an error of what is wrong with the path.</param>
    /// <returns>At least one.</returns>
    public static IReadOnlyList<ChangedPlace> Find(
        JsonNode root,
        Type type,
        string path,
        Func<string, InputException> wrong
    ) => [.. new ChangedPlaces(path, wrong).From(root, Forms.Options.GetTypeInfo(type), [])];

    // The keys that led here count how far the path was followed.
    private IEnumerable<ChangedPlace> From(JsonNode node, JsonTypeInfo type, string[] path)
    {
        bool isEnd = path.Length == _keys.Length;
        if (IsStated(type) && (isEnd || type.Properties.All(property => property.Name != _keys[path.Length])))
        {
            return From(node[ValueKey]!, TypeOf(type.Properties.First(property => property.Name == ValueKey)), path);
        }

        if (isEnd)
        {
            return [node is JsonValue value ? Standing(value, type, path) : throw NotSingle(node, type, path)];
        }

        return type.Kind switch
        {
            JsonTypeInfoKind.Object => FromMapping((JsonObject)node, type, path),
            JsonTypeInfoKind.Dictionary => FromKeys((JsonObject)node, type, path),
            JsonTypeInfoKind.Enumerable => FromList((JsonArray)node, type, path),
            _ => throw _wrong($"{Text(path)} is a single value, nothing stands below it"),
        };
    }

    private IEnumerable<ChangedPlace> FromMapping(JsonObject node, JsonTypeInfo type, string[] path)
    {
        string key = _keys[path.Length];
        JsonPropertyInfo property =
            type.Properties.FirstOrDefault(property => property.Name == key)
            ?? throw Unknown(key, path, type.Properties.Select(each => each.Name));
        string[] next = [.. path, key];
        return node[key] is { } child ? From(child, TypeOf(property), next) : [Addable(node, TypeOf(property), next)];
    }

    private IEnumerable<ChangedPlace> FromKeys(JsonObject node, JsonTypeInfo type, string[] path)
    {
        string key = _keys[path.Length];
        JsonTypeInfo element = Forms.Options.GetTypeInfo(type.ElementType!);
        if (key == Every)
        {
            return node.SelectMany(entry => From(entry.Value!, element, [.. path, entry.Key]));
        }

        return node[key] is { } child
            ? From(child, element, [.. path, key])
            : throw Unknown(key, path, node.Select(entry => entry.Key));
    }

    private IEnumerable<ChangedPlace> FromList(JsonArray node, JsonTypeInfo type, string[] path)
    {
        string key = _keys[path.Length];
        JsonTypeInfo element = Forms.Options.GetTypeInfo(type.ElementType!);
        if (key == Every)
        {
            return node.SelectMany((item, i) => From(item!, element, [.. path, Number(i)]));
        }

        return int.TryParse(key, CultureInfo.InvariantCulture, out int number) && number >= 0 && number < node.Count
            ? From(node[number]!, element, [.. path, key])
            : throw Unknown(key, path, node.Select((_, i) => Number(i)));
    }

    private static ChangedPlace Standing(JsonValue value, JsonTypeInfo type, string[] path) =>
        new(Text(path), type.Type, value, Parent: null, IsStated: false);

    private ChangedPlace Addable(JsonObject parent, JsonTypeInfo type, string[] path)
    {
        bool isStated = IsStated(type);
        JsonTypeInfo value = isStated ? TypeOf(type.Properties.First(property => property.Name == ValueKey)) : type;
        return path.Length == _keys.Length && value.Kind == JsonTypeInfoKind.None
            ? new ChangedPlace(Text(path), value.Type, Value: null, parent, isStated)
            : throw _wrong($"the scenario has no {Text(path)}");
    }

    private InputException NotSingle(JsonNode node, JsonTypeInfo type, string[] path)
    {
        IEnumerable<string> below =
            node is JsonArray list ? list.Select((_, i) => Number(i))
            : type.Kind == JsonTypeInfoKind.Object ? type.Properties.Select(property => property.Name)
            : ((JsonObject)node).Select(entry => entry.Key);
        return _wrong($"no single value stands there; go on from {Text(path)} with one of {string.Join(", ", below)}");
    }

    private InputException Unknown(string key, string[] path, IEnumerable<string> known)
    {
        string where = path.Length == 0 ? "the scenario" : Text(path);
        return _wrong($"{where} has no \"{key}\", {Nearest.Hint(key, known)}");
    }

    private static bool IsStated(JsonTypeInfo type) =>
        type.Kind == JsonTypeInfoKind.Object
        && type.Properties.Any(property => property.Name == ValueKey)
        && type.Properties.Any(property => property.Name == BasisKey);

    private static JsonTypeInfo TypeOf(JsonPropertyInfo property) =>
        Forms.Options.GetTypeInfo(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);

    private static string Text(string[] path) => string.Join('.', path);

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);
}
