using System.Text.Json.Nodes;

namespace Breakwater.Runs;

/// <summary>How a type's values are written, for readers that do not know the type.</summary>
internal interface ITextForm
{
    string Expected { get; }

    JsonNode Schema { get; }

    /// <summary>Whether a text can be read as a value.</summary>
    bool Fits(string text);
}
