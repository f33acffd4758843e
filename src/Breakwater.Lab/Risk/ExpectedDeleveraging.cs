using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What an account must expect to have closed because it is a winner, given the shock.</summary>
/// <param name="Account">Its number at the venue.</param>
/// <param name="Name">From a file; or what it came for, such as "maker 1, BTC" and "newcomer 8, BTC"; or "trader 17".</param>
/// <param name="StandsFor">Accounts that the simulated one stands for; the figures are of one of them.</param>
/// <param name="Probability">Of being deleveraged at all.</param>
/// <param name="Notional">Mean over all seeds, in units of the settlement currency; in dollars where that is a coin.</param>
public sealed record ExpectedDeleveraging(
    string Venue,
    int Account,
    string Name,
    int StandsFor,
    ShareEstimate Probability,
    double Notional
)
{
    /// <param name="runs">By seed; the accounts of a venue must be the same in all.</param>
    /// <returns>Whom it happened to in any seed, by notional, the largest first.</returns>
    internal static IReadOnlyList<ExpectedDeleveraging> Of(
        WorldParameters world,
        IReadOnlyList<IReadOnlyList<DeleveragedAccount>> runs
    ) =>
        [
            .. runs.SelectMany(run => run)
                .GroupBy(row => (row.Venue, row.Account))
                .Select(rows => Of(world, [.. rows], runs.Count))
                .OrderByDescending(account => account.Notional)
                .ThenBy(account => account.Venue, StringComparer.Ordinal)
                .ThenBy(account => account.Account),
        ];

    private static ExpectedDeleveraging Of(WorldParameters world, IReadOnlyList<DeleveragedAccount> rows, int seeds) =>
        new(
            world.Venues[rows[0].Venue].Name,
            rows[0].Account,
            AccountNames.Of(world, rows[0].Venue, rows[0].Account),
            rows[0].Weight,
            ShareEstimate.From(rows.Count, seeds),
            rows.Sum(row => row.Notional) / seeds
        );
}
