using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Breakwater.Runs;

/// <summary>A file bound to its type, which remembers where each of its parts was written.</summary>
internal sealed class Document<T>
    where T : class
{
    private readonly YamlTree _tree;
    private readonly Dictionary<object, JsonNode> _nodes = new(ReferenceEqualityComparer.Instance);

    private Document(YamlTree tree, T root)
    {
        _tree = tree;
        Root = root;
        KeepNodes(root, tree.Root);
    }

    public T Root { get; }

    public IReadOnlyList<StatedValue> StatedValues => Runs.StatedValues.In(_tree);

    /// <exception cref="InputException">It does not fit the type.</exception>
    public static Document<T> Read(SourceFile file) => Read(YamlTree.Parse(file));

    /// <exception cref="InputException">It does not fit the type.</exception>
    public static Document<T> Read(YamlTree tree)
    {
        KeyCheck.Require(tree, typeof(T));
        try
        {
            return new Document<T>(tree, tree.Root.Deserialize<T>(Forms.Options)!);
        }
        catch (JsonException error)
        {
            throw tree.Wrong(tree.At(error.Path!), error.Message);
        }
    }

    /// <summary>What is wrong with a stated value of this document.</summary>
    public InputException Wrong<TValue>(Stated<TValue> stated, string problem)
        where TValue : notnull => Wrong(stated, nameof(stated.Value), problem);

    /// <summary>What is wrong with one member of a part of this document.</summary>
    /// <param name="member">A property's name.</param>
    public InputException Wrong(object part, string member, string problem) =>
        _tree.Wrong(_nodes[part][JsonNamingPolicy.CamelCase.ConvertName(member)]!, problem);

    /// <summary>What is wrong with a key of a mapping.</summary>
    public InputException WrongKey(object mapping, string key, string problem) =>
        _tree.WrongKey(_nodes[mapping][key]!, problem);

    /// <summary>What is wrong with a part as a whole.</summary>
    public InputException WrongPart(object part, string problem) => _tree.WrongKey(_nodes[part], problem);

    /// <summary>A value that this kind of scenario cannot do without.</summary>
    /// <param name="key">Of the value in its part, as the file writes it.</param>
    public TValue Needed<TValue>(object part, TValue? value, string key, string when)
        where TValue : class => value ?? throw WrongPart(part, $"the key \"{key}\" is missing: {when}");

    private void KeepNodes(object part, JsonNode node)
    {
        JsonTypeInfo type = Forms.Options.GetTypeInfo(part.GetType());
        if (type.Kind == JsonTypeInfoKind.None)
        {
            return;
        }

        _nodes[part] = node;
        foreach ((object child, JsonNode childNode) in ChildrenOf(part, type, node))
        {
            KeepNodes(child, childNode);
        }
    }

    private static IEnumerable<(object Child, JsonNode Node)> ChildrenOf(
        object part,
        JsonTypeInfo type,
        JsonNode node
    ) =>
        type.Kind switch
        {
            JsonTypeInfoKind.Object => type
                .Properties.Where(property => node[property.Name] is not null)
                .Select(property => (property.Get!(part)!, node[property.Name]!)),
            JsonTypeInfoKind.Dictionary => ((JsonObject)node).Select(entry =>
                (((IDictionary)part)[entry.Key]!, entry.Value!)
            ),
            _ => ((IEnumerable)part).Cast<object>().Select((child, i) => (child, node[i]!)),
        };
}
