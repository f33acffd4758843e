using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What people call the accounts of a venue: by their file, by what they came for, or by the number that the venue's log has.</summary>
internal static class AccountNames
{
    public static string Of(WorldParameters world, int venue, int account)
    {
        VenueParameters here = world.Venues[venue];
        (ParticipantKind kind, int number) = AccountOwner.Of(world, venue, account);
        int each = world.Market?.Newcomers?.Accounts ?? 0;
        int listings = here.Listings.Count;
        return kind switch
        {
            ParticipantKind.Crowd when here.GivenAccounts is { } given => given[number].Name,
            ParticipantKind.Crowd => FormattableString.Invariant($"trader {account}"),
            ParticipantKind.Whale => here.Whales[number].Name,
            ParticipantKind.Maker => $"maker {number / listings + 1}, {CoinOf(number % listings)}",
            ParticipantKind.Arbitrageur => $"arbitrageur, {CoinOf(number)}",
            ParticipantKind.Newcomer => $"newcomer {number % each + 1}, {CoinOf(number / each)}",
            _ => $"liquidator {number + 1}",
        };

        string CoinOf(int listing) => world.Histories[here.Listings[listing].Coin].Coin;
    }
}
