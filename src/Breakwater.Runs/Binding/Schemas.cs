using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Breakwater.Runs;

/// <summary>JSON schemas of the input files, for editors.</summary>
public static class Schemas
{
    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSchemaExporterOptions s_exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Complete,
    };

    /// <summary>Of files in scenarios/.</summary>
    public static string Scenario => Of<ScenarioDocument>("A Breakwater scenario");

    /// <summary>Of files in policies/.</summary>
    public static string Policy => Of<PolicyDocument>("A Breakwater policy");

    /// <summary>Of files in venues/.</summary>
    public static string Venue => Of<VenueDocument>("A Breakwater venue rule set");

    /// <summary>Of files in venues/ for account modes over another file's positions.</summary>
    public static string Unified => Of<UnifiedDocument>("A Breakwater unified account mode");

    /// <summary>Of files in venues/ for lending protocols.</summary>
    public static string Lending => Of<LendingDocument>("A Breakwater lending protocol");

    private static string Of<T>(string title)
    {
        var schema = (JsonObject)Forms.Options.GetJsonSchemaAsNode(typeof(T), s_exporting);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema.ToJsonString(s_indented) + "\n";
    }

    // The exporter does not see into converters, and does not ask for descriptions.
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        Type type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        JsonNode complete = Forms.Options.GetConverter(type) is ITextForm form ? form.Schema : schema;
        object[]? attributes = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(
            typeof(DescriptionAttribute),
            false
        );
        if (complete is JsonObject described && attributes is [DescriptionAttribute description])
        {
            described.Insert(0, "description", description.Description);
        }

        return complete;
    }
}
