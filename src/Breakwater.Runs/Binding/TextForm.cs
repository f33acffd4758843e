using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Breakwater.Runs;

/// <summary>How values of a type are written in a file; one pattern serves reader and schema.</summary>
/// <param name="pattern">Of the whole text, in the syntax that JSON schemas share with .NET.</param>
/// <param name="expected">Follows "must be" when a text does not fit.</param>
/// <param name="type">What a schema takes the text for, where YAML reads it as something else.</param>
internal abstract class TextForm<T>(string pattern, string expected, string? type = null) : JsonConverter<T>, ITextForm
{
    /// <summary>Digits, perhaps in groups of three, and a decimal point.</summary>
    protected const string Number = @"(?:[0-9]{1,3}(?:_[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,12})?";

    private readonly Regex _pattern = new($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromMinutes(1));

    public string Expected => expected;

    public JsonNode Schema =>
        type is null
            ? new JsonObject { ["type"] = "string", ["pattern"] = _pattern.ToString() }
            : new JsonObject { ["type"] = new JsonArray(type, "string"), ["pattern"] = _pattern.ToString() };

    public bool Fits(string text) => TryParse(text, out _);

    public bool TryParse(string text, out T value)
    {
        value = default!;
        Match match = _pattern.Match(text);
        return match.Success && match.Length == text.Length && TryRead(match, out value);
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(reader.GetString()!, out T value) ? value : throw new JsonException($"must be {Expected}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Input files are read, not written.");

    /// <summary>The value of a text that fits the pattern; false where it is out of range.</summary>
    protected abstract bool TryRead(Match match, out T value);

    protected static decimal DecimalOf(Group digits) =>
        decimal.Parse(digits.Value.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
