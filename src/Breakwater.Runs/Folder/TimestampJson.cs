using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Runs;

/// <summary>Times as ISO 8601 in UTC.</summary>
internal sealed class TimestampJson : JsonConverter<Timestamp>
{
    public override Timestamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Timestamp.FromDateTimeOffset(
            DateTimeOffset.Parse(reader.GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        );

    public override void Write(Utf8JsonWriter writer, Timestamp value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
