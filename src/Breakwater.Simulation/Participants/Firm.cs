using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>How professional accounts come to a venue.</summary>
internal static class Firm
{
    /// <param name="dollars">Paid in.</param>
    public static AccountId Open(Market market, VenueInWorld venue, double dollars)
    {
        AccountId account = venue.Venue.OpenAccount(market.Start, MarginMode.Cross, market.Parameters.AccountsPerFirm);
        if (!market.Parameters.Switches.MakersDeleveraged)
        {
            venue.Venue.SpareFromDeleveraging(account);
        }

        Deposit(market, venue, account, dollars);
        return account;
    }

    public static void Deposit(Market market, VenueInWorld venue, AccountId account, double dollars)
    {
        Rejection answer = venue.Venue.Deposit(
            market.Start,
            account,
            venue.Reported.InSettlement(decimal.Round((decimal)dollars, 2))
        );
        Invariant.Holds(answer == Rejection.None, "a firm's capital is paid in");
    }
}
