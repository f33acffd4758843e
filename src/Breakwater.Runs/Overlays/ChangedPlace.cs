using System.Text.Json.Nodes;

namespace Breakwater.Runs;

/// <summary>A place of a tree that one value belongs to.</summary>
/// <param name="Path">To it, without wildcards.</param>
/// <param name="Type">Of the value.</param>
/// <param name="Value">What stands there; null where the key may be added.</param>
/// <param name="Parent">In which a new key goes; null where a value stands there.</param>
/// <param name="IsStated">Whether a new value needs its basis and source.</param>
internal sealed record ChangedPlace(string Path, Type Type, JsonValue? Value, JsonObject? Parent, bool IsStated);
