using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What people call the accounts of a venue: by their file, by their firm, or by number.</summary>
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
            return FormattableString.Invariant($"trader {trader + 1}");
        }

        int beyond = trader - here.CrowdAccounts;
        return beyond < here.Whales.Count
            ? here.Whales[beyond].Name
            : FirmOf(world, world.Market!, here, beyond - here.Whales.Count);
    }

    // Firms open in order, one account for each listing; the arbitrageur comes last.
    private static string FirmOf(WorldParameters world, MarketParameters market, VenueParameters venue, int number)
    {
        int firm = number / venue.Listings.Count;
        string coin = world.Histories[venue.Listings[number % venue.Listings.Count].Coin].Coin;
        return firm < market.Makers.Firms
            ? FormattableString.Invariant($"maker {firm + 1}, {coin}")
            : $"arbitrageur, {coin}";
    }
}
