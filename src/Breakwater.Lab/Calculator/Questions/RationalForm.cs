using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>Numbers as JSON numbers or as decimal strings, exact either way.</summary>
internal sealed class RationalForm : JsonConverter<Rational>
{
    private const string Expected = "must be a number, or a string that holds a decimal number";

    public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        bool known =
            reader.TokenType is JsonTokenType.Number or JsonTokenType.String
            && !reader.ValueIsEscaped
            && !reader.HasValueSequence;
        return known && Rational.TryParse(reader.ValueSpan, out Rational value)
            ? value
            : throw new JsonException(Expected);
    }

    public override Rational ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Rational.LongestText];
        if (!value.TryFormat(text, out int written))
        {
            throw new JsonException("The number has too many digits.");
        }

        writer.WriteRawValue(text[..written], skipInputValidation: true);
    }
}
