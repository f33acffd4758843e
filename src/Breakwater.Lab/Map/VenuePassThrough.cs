namespace Breakwater.Lab.Map;

/// <summary>How far a sale at a venue reaches within the horizon, by the scenario's arbitrage; mean of the crowds.</summary>
/// <param name="Shared">Share of the move that all venues have in the end: the mean over coins, by what a fall sells of them here.</param>
/// <param name="Lowest">The same of the coin that is carried least.</param>
/// <param name="LowestCoin">Its name.</param>
/// <param name="Own">Share that the venue's own mark shows beside.</param>
public sealed record VenuePassThrough(string Venue, double Shared, double Lowest, string LowestCoin, double Own);
