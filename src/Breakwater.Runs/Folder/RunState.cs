using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>Whether a run came to its end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    [JsonStringEnumMemberName("complete")]
    Complete,

    /// <summary>It was interrupted, or still runs.</summary>
    [JsonStringEnumMemberName("incomplete")]
    Incomplete,
}
