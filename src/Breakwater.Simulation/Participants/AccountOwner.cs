using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Whose an account is.</summary>
/// <param name="Number">Among those of its kind at the venue, from 0, in the order in which they open.</param>
public readonly record struct AccountOwner(ParticipantKind Kind, int Number)
{
    /// <param name="venue">Its place in the world.</param>
    /// <param name="account">Its number at the venue; neither the outside nor the fund.</param>
    public static AccountOwner Of(WorldParameters world, int venue, int account)
    {
        VenueParameters here = world.Venues[venue];
        int listings = here.Listings.Count;
        int newcomers = here.IsSpot ? 0 : world.Market?.Newcomers?.Accounts ?? 0;
        // In the order in which they open. Firms open one account for every listing, the first firm all of its own first.
        (ParticipantKind Kind, int Count)[] groups =
        [
            (ParticipantKind.Crowd, here.CrowdAccounts),
            (ParticipantKind.Whale, here.Whales.Count),
            (ParticipantKind.Maker, (world.Market?.Makers.Firms ?? 0) * listings),
            (ParticipantKind.Arbitrageur, world.Market is null ? 0 : listings),
            (ParticipantKind.Newcomer, newcomers * listings),
        ];
        int number = account - VenueInWorld.FirstTrader;
        Invariant.Holds(number >= 0, "the outside and the fund are nobody's");
        foreach ((ParticipantKind kind, int count) in groups)
        {
            if (number < count)
            {
                return new AccountOwner(kind, number);
            }

            number -= count;
        }

        return new AccountOwner(ParticipantKind.Liquidator, number);
    }
}
