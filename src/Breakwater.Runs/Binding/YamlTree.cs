using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Breakwater.Runs;

/// <summary>A YAML file as a JSON tree whose scalars are all text, so that 010 is not 8, with the line of each node.</summary>
internal sealed class YamlTree
{
    private const string DuplicateKey = "Duplicate key ";
    private const int LongestQuote = 60;
    private const string ValueKey = "value";

    private readonly Dictionary<JsonNode, int> _lines = [];

    // Who put it there, where it was not the file.
    private readonly Dictionary<JsonNode, string> _origins = [];

    private YamlTree(string file, YamlNode root)
    {
        File = file;
        Root = Convert(root);
        Keep(root, Root, line: 1);
    }

    public string File { get; }

    public JsonNode Root { get; }

    /// <exception cref="InputException">It is not YAML, holds a key twice, or not exactly one document.</exception>
    public static YamlTree Parse(SourceFile file)
    {
        var parser = new Parser(new StringReader(file.Text));
        var stream = new YamlStream();
        try
        {
            stream.Load(parser);
        }
        catch (YamlException error) when (error.Message.StartsWith(DuplicateKey, StringComparison.Ordinal))
        {
            string key = error.Message[DuplicateKey.Length..];
            throw InputException.At(file.Name, (int)error.Start.Line, $"{key}: the key appears twice");
        }
        catch (YamlException error)
        {
            throw InputException.At(
                file.Name,
                (int)error.Start.Line,
                $"not valid YAML: {error.Message.ReplaceLineEndings(" ")}"
            );
        }
        catch (InvalidOperationException)
        {
            // The parser's answer to some unfinished lists and mappings.
            throw InputException.At(
                file.Name,
                (int)(parser.Current?.End.Line ?? 1),
                "not valid YAML: something does not end"
            );
        }

        return stream.Documents.Count == 1
            ? new YamlTree(file.Name, stream.Documents[0].RootNode)
            : throw InputException.At(file.Name, 1, "must hold one YAML document");
    }

    public int LineOf(JsonNode node) => _lines[node];

    /// <summary>The node at a path, as the serialiser writes it in its errors.</summary>
    public JsonNode At(string path) => _lines.Keys.First(node => node.GetPath() == path);

    /// <summary>Puts another text in the place of a value.</summary>
    /// <param name="source">Of the new value, with its basis; null leaves both as they are.</param>
    /// <param name="origin">What errors name in place of the file's line; null for the line.</param>
    public void Replace(JsonValue old, string text, string? source, Basis basis, string? origin)
    {
        JsonObject? stated = StatedAround(old);
        KeepOrigin(Replace(old, text), origin);
        if (source is not null && stated?["source"] is { } oldSource && stated["basis"] is { } oldBasis)
        {
            Replace(oldSource, source);
            Replace(oldBasis, WordOf(basis));
        }
    }

    /// <summary>Adds a value under a key that is not there.</summary>
    /// <param name="isStated">Whether basis and source go with it.</param>
    /// <param name="origin">As in <see cref="Replace(JsonValue, string, string?, Basis, string?)"/>.</param>
    public void Add(
        JsonObject parent,
        string key,
        string text,
        bool isStated,
        string source,
        Basis basis,
        string? origin
    )
    {
        JsonNode added = isStated
            ? new JsonObject
            {
                [ValueKey] = text,
                ["basis"] = WordOf(basis),
                ["source"] = source,
            }
            : JsonValue.Create(text);
        parent[key] = added;
        KeepAll(added, _lines[parent]);
        KeepOrigin(isStated ? added[ValueKey]! : added, origin);
    }

    /// <summary>Adds a stated mapping to one of the root's, which may be missing.</summary>
    /// <param name="origin">What errors name in place of a line.</param>
    public void AddStated(string parent, string key, JsonObject value, string source, Basis basis, string origin)
    {
        if (Root[parent] is not JsonObject mapping)
        {
            mapping = [];
            Root[parent] = mapping;
            _lines[mapping] = _lines[Root];
        }

        mapping[key] = new JsonObject
        {
            [ValueKey] = value,
            ["basis"] = WordOf(basis),
            ["source"] = source,
        };
        KeepAll(mapping[key]!, _lines[mapping]);
        foreach (JsonNode node in value.Select(part => part.Value!).Append(value))
        {
            KeepOrigin(node, origin);
        }
    }

    /// <summary>What is wrong with a value.</summary>
    public InputException Wrong(JsonNode node, string problem)
    {
        string value = node is JsonValue text ? $"\"{Shortened(text.GetValue<string>())}\" " : "";
        return _origins.TryGetValue(node, out string? origin)
            ? new InputException($"{origin}: {value}{problem}")
            : WrongKey(node, value + problem);
    }

    /// <summary>What is wrong with the key that a value stands under.</summary>
    public InputException WrongKey(JsonNode node, string problem) =>
        InputException.At(File, LineOf(node), LabelOf(node) + problem);

    private static JsonObject? StatedAround(JsonNode? node)
    {
        while (node is not null && !(node is JsonObject mapping && mapping.ContainsKey("basis")))
        {
            node = node.Parent;
        }

        return (JsonObject?)node;
    }

    private static string WordOf(Basis basis) => JsonSerializer.SerializeToNode(basis)!.GetValue<string>();

    private void KeepOrigin(JsonNode node, string? origin)
    {
        if (origin is not null)
        {
            _origins[node] = origin;
        }
    }

    private void KeepAll(JsonNode node, int line)
    {
        _lines[node] = line;
        foreach (JsonNode? child in node is JsonObject mapping ? mapping.Select(entry => entry.Value) : [])
        {
            KeepAll(child!, line);
        }
    }

    private JsonNode Replace(JsonNode old, string text)
    {
        JsonNode fresh = JsonValue.Create(text);
        _lines[fresh] = _lines[old];
        _lines.Remove(old);
        _origins.Remove(old);
        old.ReplaceWith(fresh);
        return fresh;
    }

    private static JsonNode Convert(YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => new JsonObject(
                mapping.Children.Select(child => KeyValuePair.Create(KeyOf(child.Key), (JsonNode?)Convert(child.Value)))
            ),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
            _ => JsonValue.Create(((YamlScalarNode)node).Value ?? ""),
        };

    private void Keep(YamlNode yaml, JsonNode json, int line)
    {
        _lines[json] = line;
        if (yaml is YamlMappingNode mapping)
        {
            foreach ((YamlNode key, YamlNode value) in mapping.Children)
            {
                // A block begins a line below the key that names it.
                YamlNode named = value is YamlScalarNode ? value : key;
                Keep(value, json[KeyOf(key)]!, (int)named.Start.Line);
            }
        }
        else if (yaml is YamlSequenceNode sequence)
        {
            for (int i = 0; i < sequence.Children.Count; i++)
            {
                Keep(sequence.Children[i], json[i]!, (int)sequence.Children[i].Start.Line);
            }
        }
    }

    private static string KeyOf(YamlNode key) => key is YamlScalarNode { Value: { } text } ? text : key.ToString();

    private static string LabelOf(JsonNode node) => NameOf(node) is { Length: > 0 } name ? $"{name}: " : "";

    // A stated value goes by the name of what it states.
    private static string NameOf(JsonNode node) =>
        node.Parent switch
        {
            JsonArray list => FormattableString.Invariant($"{NameOf(list)}[{node.GetElementIndex()}]"),
            JsonObject mapping when node.GetPropertyName() == ValueKey => NameOf(mapping),
            JsonObject => node.GetPropertyName(),
            _ => "",
        };

    private static string Shortened(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? line : line[..LongestQuote] + "...";
    }
}
