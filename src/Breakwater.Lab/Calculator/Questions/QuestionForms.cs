using System.Text.Json.Serialization;

namespace Breakwater.Lab;

/// <summary>How questions are read: generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(RationalForm)],
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(Question))]
internal sealed partial class QuestionForms : JsonSerializerContext;
