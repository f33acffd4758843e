using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>How a fitted value moves over its range.</summary>
[JsonConverter(typeof(KebabWords<FittedScale>))]
public enum FittedScale
{
    Linear,

    /// <summary>By factors; both ends positive.</summary>
    Logarithmic,
}
