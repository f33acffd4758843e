using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Breakwater.Data;

/// <summary>YAML that describes the columns of any table, CSV or Parquet, so that it can be imported.</summary>
/// <remarks><code>
/// kind: bars
/// venue: comex              # or venue-field: the field that says it
/// instrument-field: Symbol  # or instrument: GC
/// columns:
///   time: Date
///   open: Open
/// </code></remarks>
public static class MappingFile
{
    private static readonly string[] s_keys =
    [
        "kind",
        "venue",
        "venue-field",
        "instrument",
        "instrument-field",
        "columns",
    ];

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
                : throw new MappingException($"{path}: expected one mapping with {string.Join(", ", s_keys)}");
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
                s_keys.Contains(key.ToString(), StringComparer.Ordinal),
                path,
                key,
                $"one of {string.Join(", ", s_keys)}"
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
            Venue = NameOf(path, root, "venue", out string venueField),
            VenueField = venueField,
            Instrument = NameOf(path, root, "instrument", out string instrumentField),
            InstrumentField = instrumentField,
            Mappings =
            [
                .. ((YamlMappingNode)columns).Children.Select(pair => MappingOf(path, schema, pair.Key, pair.Value)),
            ],
        };
    }

    /// <summary>A name for all rows, or else the field that has each row's.</summary>
    private static string NameOf(string path, YamlMappingNode root, string key, out string field)
    {
        bool hasField = root.Children.TryGetValue(new YamlScalarNode(key + "-field"), out YamlNode? named);
        bool hasName = root.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? name);
        Expect(hasField || hasName, path, root, $"a key {key} or {key}-field");
        Expect(!hasField || !hasName, path, named ?? root, $"only one of {key} and {key}-field");
        field = named?.ToString() ?? "";
        return name?.ToString() ?? "";
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
