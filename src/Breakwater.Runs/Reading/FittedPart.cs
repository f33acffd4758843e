using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>What a fitted value belongs to.</summary>
[JsonConverter(typeof(KebabWords<FittedPart>))]
public enum FittedPart
{
    /// <summary>What happened on that day and no other; at most three values.</summary>
    Shock,

    /// <summary>How people and venues are; the same on every day.</summary>
    Behaviour,
}
