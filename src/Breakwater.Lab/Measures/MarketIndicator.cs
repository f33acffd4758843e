namespace Breakwater.Lab;

/// <summary>An indicator that a store can be asked for. Formula, unit and source of each: docs/indicators.md.</summary>
public sealed class MarketIndicator
{
    internal MarketIndicator(string name, string meaning, Func<MarketMeasures, IEnumerable<MeasuredSeries>> measure) =>
        (Name, Meaning, Measure) = (name, meaning, measure);

    /// <summary>As it is asked for.</summary>
    public string Name { get; }

    /// <summary>What it measures, and on what.</summary>
    public string Meaning { get; }

    /// <summary>Whether it needs an instrument to compare with.</summary>
    public bool ComparesTwo { get; init; }

    internal Func<MarketMeasures, IEnumerable<MeasuredSeries>> Measure { get; }
}
