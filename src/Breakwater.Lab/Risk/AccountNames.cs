using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What people call the accounts of a venue: by their file, by what they came for, or by the number that the venue's log has.</summary>
internal static class AccountNames
{
    public static string Of(WorldParameters world, int venue, int account)
    {
        VenueParameters here = world.Venues[venue];
        int trader = account - VenueInWorld.FirstTrader;
        if (here.GivenAccounts is { } given && trader < given.Count)
        {
            return given[trader].Name;
        }

        if (trader < here.CrowdAccounts)
        {
            return FormattableString.Invariant($"trader {account}");
        }

        int beyond = trader - here.CrowdAccounts;
        return beyond < here.Whales.Count
            ? here.Whales[beyond].Name
            : OfWhoJoined(world, world.Market!, here, beyond - here.Whales.Count);
    }

    // In the order in which they open: each maker's account for every listing, the arbitrageur's, each listing's newcomers, liquidators.
    private static string OfWhoJoined(WorldParameters world, MarketParameters market, VenueParameters venue, int number)
    {
        int listings = venue.Listings.Count;
        int firm = number / listings;
        if (firm <= market.Makers.Firms)
        {
            string name = firm < market.Makers.Firms ? $"maker {firm + 1}" : "arbitrageur";
            return $"{name}, {CoinOf(number % listings)}";
        }

        int newcomer = number - (market.Makers.Firms + 1) * listings;
        int each = venue.IsSpot ? 0 : market.Newcomers?.Accounts ?? 0;
        return newcomer < each * listings
            ? $"newcomer {newcomer % each + 1}, {CoinOf(newcomer / each)}"
            : $"liquidator {newcomer - each * listings + 1}";

        string CoinOf(int listing) => world.Histories[venue.Listings[listing].Coin].Coin;
    }
}
