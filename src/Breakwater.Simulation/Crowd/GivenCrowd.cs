using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Opens accounts that are given: by a user, or by name in a scenario.</summary>
internal static class GivenCrowd
{
    /// <exception cref="CrowdException">A position would be liquidated at once, or its margin is not there.</exception>
    public static void OpenIn(Venue venue, Timestamp time, IReadOnlyList<GivenAccount> accounts)
    {
        foreach (GivenAccount given in accounts)
        {
            AccountId account = venue.OpenAccount(time, given.Mode);
            Money margins = Money.FromMinorUnits(given.Positions.Sum(position => position.IsolatedMargin.MinorUnits));
            if ((given.Wallet + margins).IsPositive)
            {
                venue.Deposit(time, account, given.Wallet + margins);
            }

            foreach (GivenPosition position in given.Positions)
            {
                Adopt(venue, time, account, given, position);
            }
        }
    }

    public static Quantity OpenInterest(IReadOnlyList<GivenAccount> accounts, int instrument, bool isLong) =>
        Quantity.FromLots(
            accounts
                .SelectMany(account => account.Positions)
                .Where(position => position.Instrument.Index == instrument && position.Lots.IsLong == isLong)
                .Sum(position => position.Lots.Magnitude.Lots)
        );

    private static void Adopt(
        Venue venue,
        Timestamp time,
        AccountId account,
        GivenAccount given,
        GivenPosition position
    )
    {
        Rejection answer = venue.Adopt(
            time,
            position.Instrument,
            account,
            position.Lots,
            position.Entry,
            position.IsolatedMargin,
            position.Leverage
        );
        if (answer != Rejection.None)
        {
            throw CrowdException.CannotAdopt(venue, given, position, answer);
        }
    }
}
