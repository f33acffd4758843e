using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>How an observable's number reads.</summary>
[JsonConverter(typeof(KebabWords<ObservableUnit>))]
public enum ObservableUnit
{
    /// <summary>A fraction: 0.1 is 10 %.</summary>
    Ratio,

    /// <summary>US dollars.</summary>
    Usd,

    /// <summary>Minutes from the start of the observable's window.</summary>
    Minutes,
}
