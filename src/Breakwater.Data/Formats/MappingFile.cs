using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Breakwater.Data;

/// <summary>YAML that describes the columns of any table, so that it can be imported.</summary>
/// <remarks><code>
/// kind: bars
/// venue: comex
/// instrument: GC
/// columns:
///   time: Date
///   open: Open
/// </code></remarks>
public static class MappingFile
{
    private static readonly string[] _keys = ["kind", "venue", "instrument", "columns"];

    /// <exception cref="MappingException">The file is no mapping.</exception>
    public static Format Read(string path)
    {
        try
        {
            using StreamReader text = File.OpenText(path);
            var stream = new YamlStream();
            stream.Load(text);
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? Build(path, root)
                : throw new MappingException($"{path}: expected one mapping with {string.Join(", ", _keys)}");
        }
        catch (YamlException broken)
        {
            throw new MappingException($"{path}:{broken.Start.Line}: {broken.Message}", broken);
        }
        catch (IOException missing)
        {
            throw new MappingException($"{path}: {missing.Message}", missing);
        }
    }

    private static Format Build(string path, YamlMappingNode root)
    {
        foreach (YamlNode key in root.Children.Keys)
        {
            Expect(
                _keys.Contains(key.ToString(), StringComparer.Ordinal),
                path,
                key,
                $"one of {string.Join(", ", _keys)}"
            );
        }

        Schema schema = SchemaOf(path, root);
        YamlNode columns = Child(path, root, "columns");
        Expect(
            columns is YamlMappingNode,
            path,
            columns,
            "the columns of the store and the fields of the file, one a line"
        );
        return new Format
        {
            Name = Path.GetFileName(path),
            Source = path,
            Schema = schema,
            Venue = Child(path, root, "venue").ToString(),
            Instrument = Child(path, root, "instrument").ToString(),
            Mappings =
            [
                .. ((YamlMappingNode)columns).Children.Select(pair => MappingOf(path, schema, pair.Key, pair.Value)),
            ],
        };
    }

    private static Schema SchemaOf(string path, YamlMappingNode root)
    {
        YamlNode kind = Child(path, root, "kind");
        Schema? schema = Schemas.Find(kind.ToString());
        Expect(schema is not null, path, kind, $"one of {string.Join(", ", Schemas.All.Select(known => known.Name))}");
        return schema!;
    }

    private static Mapping MappingOf(string path, Schema schema, YamlNode column, YamlNode field)
    {
        int index = schema.IndexOf(column.ToString());
        Expect(index >= 0, path, column, $"one of {Sql.Names(schema)}");
        Conversion conversion = schema.Columns[index].Type switch
        {
            ColumnType.Time => Conversion.Time,
            ColumnType.Number => Conversion.Number,
            _ => column.ToString() is "side" ? Conversion.Side : Conversion.Text,
        };
        return new Mapping(column.ToString(), conversion, field.ToString());
    }

    private static YamlNode Child(string path, YamlMappingNode root, string key)
    {
        bool found = root.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value);
        Expect(found, path, root, $"a key {key}");
        return value!;
    }

    private static void Expect(bool condition, string path, YamlNode found, string expected)
    {
        if (!condition)
        {
            string value = found is YamlScalarNode ? $"'{found}'" : "what stands here";
            throw new MappingException(
                FormattableString.Invariant($"{path}:{found.Start.Line}: {value}, expected {expected}")
            );
        }
    }
}
