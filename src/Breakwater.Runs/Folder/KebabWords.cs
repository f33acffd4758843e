using System.Text.Json;
using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>Enumerations in lower case with hyphens, as input files have them.</summary>
internal sealed class KebabWords<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower)
    where TEnum : struct, Enum;
