using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What was closed of one account in one run because it was a winner.</summary>
/// <param name="Venue">Its place in the world.</param>
/// <param name="Account">Its number at the venue.</param>
/// <param name="Weight">Accounts that it stands for.</param>
/// <param name="Notional">Of each of these, in units of what the venue's money is reported in.</param>
internal readonly record struct DeleveragedAccount(int Venue, int Account, int Weight, double Notional)
{
    public static IReadOnlyList<DeleveragedAccount> In(World world) =>
        [.. world.Venues.SelectMany((venue, number) => In(venue, number))];

    private static IEnumerable<DeleveragedAccount> In(VenueInWorld venue, int number) =>
        venue.Tally.FlowsByAccount.Rows.Where(row => row.Deleveraged.IsPositive).Select(row => Of(venue, number, row));

    private static DeleveragedAccount Of(VenueInWorld venue, int number, AccountFlow row)
    {
        int weight = venue.Venue.WeightOf(row.Account);
        decimal notional = venue.Reported.Currency.ToDecimal(row.Deleveraged);
        return new DeleveragedAccount(number, row.Account.Index, weight, (double)notional / weight);
    }
}
