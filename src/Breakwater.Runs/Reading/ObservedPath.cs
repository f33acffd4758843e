using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>What a coin was traded at while a run lasts; shown beside it and used for nothing else.</summary>
/// <param name="Venue">One of the scenario's.</param>
/// <param name="Bars">In order of time, without a gap.</param>
public sealed record ObservedPath(string Venue, string Coin, IReadOnlyList<PriceBar> Bars);
