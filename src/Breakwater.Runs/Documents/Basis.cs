using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>How firmly a value stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Basis>))]
public enum Basis
{
    /// <summary>Read from published data or rules, or computed from them.</summary>
    [JsonStringEnumMemberName("measured")]
    Measured,

    /// <summary>Somebody published it; the data behind it is not at hand.</summary>
    [JsonStringEnumMemberName("reported")]
    Reported,

    /// <summary>A rule that the venue itself, or its code, states.</summary>
    [JsonStringEnumMemberName("published")]
    Published,

    /// <summary>A rule as somebody else gives an account of it.</summary>
    [JsonStringEnumMemberName("third-party")]
    ThirdParty,

    /// <summary>Chosen; another value could be defended.</summary>
    [JsonStringEnumMemberName("assumed")]
    Assumed,

    /// <summary>Found by fitting a model to an event.</summary>
    [JsonStringEnumMemberName("fitted")]
    Fitted,
}
