using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What became of an account that has a name: the user's own, or a whale.</summary>
/// <param name="LiquidatedAt">When it was first liquidated, in which instrument and at what mark; null where it was not.</param>
internal sealed record AccountOutcome(
    string Venue,
    string Account,
    Timestamp? LiquidatedAt,
    string? Instrument,
    decimal? Mark,
    decimal WalletAfter,
    int PositionsAfter
)
{
    /// <summary>Of each given account, in the order of the file, then of each whale.</summary>
    public static IEnumerable<AccountOutcome> Of(VenueInWorld venue) =>
        [
            .. Of(venue, venue.Parameters.GivenAccounts ?? [], VenueInWorld.FirstTrader),
            .. Of(venue, venue.Parameters.Whales, venue.CrowdEnd),
        ];

    private static IEnumerable<AccountOutcome> Of(VenueInWorld venue, IReadOnlyList<GivenAccount> named, int first) =>
        named.Select((account, index) => Of(venue, account.Name, new AccountId(first + index)));

    private static AccountOutcome Of(VenueInWorld venue, string name, AccountId account)
    {
        VenueRules rules = venue.Parameters.Rules;
        int open = rules.Instruments.Count(listed =>
            !venue.Venue.PositionOf(account, listed.Instrument.Id).Lots.IsZero
        );
        decimal wallet = venue.Reported.ToDecimal(venue.Venue.WalletOf(account));
        if (venue.Tally.Accounts.FirstLiquidation(account) is not { } first)
        {
            return new AccountOutcome(venue.Parameters.Name, name, null, null, null, wallet, open);
        }

        Instrument instrument = rules.Instruments[first.Instrument.Index].Instrument;
        return new AccountOutcome(
            venue.Parameters.Name,
            name,
            first.Time,
            instrument.Symbol,
            instrument.ToDecimal(first.Mark),
            wallet,
            open
        );
    }
}
