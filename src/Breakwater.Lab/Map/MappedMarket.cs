using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>The venues of one coin at one instant, ready to be drawn.</summary>
/// <param name="Scenario">Reduced to these venues, starting at the instant.</param>
/// <param name="Source">Where price, open interest and entries come from.</param>
internal sealed record MappedMarket(Scenario Scenario, string Coin, string Source)
{
    public WorldParameters World => Scenario.World;

    /// <summary>Of a store, and not of the scenario's own instant.</summary>
    public bool IsStored { get; init; }

    public double Price => (double)World.Histories.First(history => history.Coin == Coin).Price;

    /// <summary>Dollars of one side, all venues.</summary>
    public double OpenInterest => World.Venues.Sum(venue => ListingOf(venue).OpenInterestValue);

    /// <summary>Of the scenario as it is, at its start.</summary>
    /// <param name="venue">Or "all".</param>
    /// <exception cref="InputException">It has no such coin or venue.</exception>
    public static MappedMarket Of(Scenario scenario, string coin, string venue)
    {
        string name = NameOf(scenario, coin);
        VenueParameters[] venues = [.. VenuesOf(scenario, venue).Where(each => Lists(scenario, each, name))];
        return venues.Length > 0
            ? new MappedMarket(
                scenario with
                {
                    World = scenario.World with { Venues = venues },
                },
                name,
                $"{scenario.Name} at its start: price and entries measured, open interest as stated there, leverage assumed"
            )
            : throw new InputException($"--venue: {venue} does not list {name} in {scenario.Name}");
    }

    public ListingParameters ListingOf(VenueParameters venue) =>
        venue.Listings[NotionalByLevel.ListingOf(venue, Coin, World)];

    private static string NameOf(Scenario scenario, string coin)
    {
        string[] known = [.. scenario.World.Histories.Select(history => history.Coin)];
        return known.FirstOrDefault(each => string.Equals(each, coin, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException($"'{coin}' is no coin of {scenario.Name}, expected {string.Join(", ", known)}");
    }

    private static VenueParameters[] VenuesOf(Scenario scenario, string venue)
    {
        VenueParameters[] perpetual = [.. scenario.World.Venues.Where(each => !each.IsSpot)];
        if (venue == LiquidationMapRequest.AllVenues)
        {
            return perpetual;
        }

        string known = string.Join(", ", perpetual.Select(each => each.Name));
        return perpetual.FirstOrDefault(each => each.Name == venue) is { } one
            ? [one]
            : throw new InputException(
                $"--venue: '{venue}' is no perpetual venue of {scenario.Name}, expected {known} or all"
            );
    }

    private static bool Lists(Scenario scenario, VenueParameters venue, string coin) =>
        NotionalByLevel.ListingOf(venue, coin, scenario.World) >= 0;
}
