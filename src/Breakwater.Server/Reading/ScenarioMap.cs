using Breakwater.Lab.Map;

namespace Breakwater.Server;

/// <summary>How a scenario's market would answer shocks from small to large: what a slider moves through.</summary>
/// <param name="Report">Levels, cliffs, and who infects whom.</param>
/// <param name="Answers">By coin and book, each to shocks to the market in ascending order.</param>
/// <param name="Venues">The same shocks by book and venue: what is liquidated there, and what is left of the fund.</param>
public sealed record ScenarioMap(
    CliffsReport Report,
    IReadOnlyList<ShockAnswer> Answers,
    IReadOnlyList<VenueAnswer> Venues
);
