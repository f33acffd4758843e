using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>What an observable may be used for.</summary>
[JsonConverter(typeof(KebabWords<ObservableUse>))]
public enum ObservableUse
{
    /// <summary>Parameters may be fitted to it.</summary>
    Fitting,

    /// <summary>Never looked at by a fit.</summary>
    HeldOut,
}
