using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>JSON schema of a question to the calculator.</summary>
public static class QuestionSchema
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    private static readonly JsonSchemaExporterOptions s_exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Complete,
    };

    public static string Text
    {
        get
        {
            var schema = (JsonObject)QuestionForms.Default.Options.GetJsonSchemaAsNode(typeof(Question), s_exporting);
            schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.Insert(1, "title", "A question to breakwater margin");
            schema["required"] = new JsonArray("venue", "kind");
            return schema.ToJsonString(s_indented) + "\n";
        }
    }

    // The exporter does not see into the converter of numbers, and does not ask for descriptions.
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        Type type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        JsonNode complete =
            type == typeof(Rational)
                ? new JsonObject
                {
                    ["type"] = new JsonArray("number", "string", "null"),
                    ["pattern"] = @"^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$",
                }
                : schema;
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
