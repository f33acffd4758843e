using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>An account is called what it came for.</summary>
public sealed class AccountNamesTests
{
    [Fact]
    public void Firms_have_money_at_the_start_and_newcomers_bring_theirs()
    {
        (WorldParameters parameters, World world) = Opened();
        Venue venue = world.Venues[0].Venue;
        int listings = parameters.Venues[0].Listings.Count;
        string[] names = NamesIn(parameters, world, venue: 0);

        Assert.Equal(
            parameters.Market!.Makers.Firms * listings,
            names.Count(name => name.StartsWith("maker ", StringComparison.Ordinal))
        );
        Assert.Equal(listings, names.Count(name => name.StartsWith("arbitrageur, ", StringComparison.Ordinal)));
        Assert.Equal(
            parameters.Market.Newcomers!.Accounts * listings,
            names.Count(name => name.StartsWith("newcomer ", StringComparison.Ordinal))
        );
        foreach ((string name, int index) in names.Select((name, i) => (name, i + VenueInWorld.FirstTrader)))
        {
            bool brings = name.StartsWith("newcomer ", StringComparison.Ordinal);
            Assert.Equal(
                brings,
                venue.WalletOf(new AccountId(index)).IsZero && venue.EquityOf(new AccountId(index)).IsZero
            );
        }
    }

    [Fact]
    public void No_two_accounts_of_a_venue_have_one_name()
    {
        (WorldParameters parameters, World world) = Opened();
        for (int venue = 0; venue < world.Venues.Count; venue++)
        {
            string[] names = NamesIn(parameters, world, venue);
            Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        }
    }

    private static (WorldParameters, World) Opened()
    {
        WorldParameters parameters = ScenarioReader.Read(CheapMarket.Content, "oct-10-2025", CheapMarket.Values).World;
        return (parameters, Runner.Open(parameters, 1, new NoProgress(), CancellationToken.None));
    }

    private static string[] NamesIn(WorldParameters parameters, World world, int venue) =>
        [
            .. Enumerable
                .Range(VenueInWorld.FirstTrader, world.Venues[venue].Venue.AccountCount - VenueInWorld.FirstTrader)
                .Select(account => AccountNames.Of(parameters, venue, account)),
        ];

    private sealed class NoProgress : IRunProgress
    {
        public void Began(string stage) { }

        public void Reached(Timestamp time, double share) { }
    }
}
