using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab.Map;

/// <summary>What <see cref="LiquidationMapStudy"/> is to map.</summary>
/// <param name="Scenario">Whose venues, rules and crowd parameters hold.</param>
/// <param name="Venue">Of the scenario, or "all" for all that list the coin.</param>
/// <param name="At">The instant.</param>
/// <param name="AccountsFile">Measured accounts; null to map the drawn crowd alone.</param>
/// <param name="Store">Prices, volumes and open interest at another instant than the scenario's, and what was liquidated afterwards; null for none.</param>
/// <param name="After">The time after the instant that the map is scored against; positive.</param>
/// <param name="Crowds">A crowd is drawn for each.</param>
/// <param name="Width">Of a level, percent; positive.</param>
/// <param name="Reach">Levels reach so far from the price, percent; below 100.</param>
public sealed record LiquidationMapRequest(
    ContentFolders Content,
    string Scenario,
    string Coin,
    string Venue,
    Timestamp At,
    string? AccountsFile,
    IMarketStore? Store,
    Duration After,
    SeedList Crowds,
    double Width,
    double Reach,
    int Threads
)
{
    public const string AllVenues = "all";
}
