using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>When an oracle says a new price.</summary>
/// <param name="Heartbeat">After so long at the latest; positive.</param>
/// <param name="Deviation">Or once the price is so far from what it said last, as a share of that; null for never.</param>
/// <param name="Delay">How old a price is when it is said; not negative.</param>
public sealed record OracleRule(Duration Heartbeat, Rate? Deviation, Duration Delay);
