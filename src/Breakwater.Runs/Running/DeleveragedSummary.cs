using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>What was closed of winners of one kind at a venue, in units of what the venue's money is reported in.</summary>
/// <param name="Of">crowd, whales, makers, arbitrageurs or newcomers.</param>
/// <param name="Accounts">As the simulated ones stand for them; each once.</param>
public sealed record DeleveragedSummary(string Of, decimal Notional, long Accounts)
{
    private static readonly (ParticipantKind Kind, string Name)[] s_kinds =
    [
        (ParticipantKind.Crowd, "crowd"),
        (ParticipantKind.Whale, "whales"),
        (ParticipantKind.Maker, "makers"),
        (ParticipantKind.Arbitrageur, "arbitrageurs"),
        (ParticipantKind.Newcomer, "newcomers"),
    ];

    /// <summary>Of each kind, also where nothing was closed.</summary>
    public static IReadOnlyList<DeleveragedSummary> AllOf(WorldParameters world, int venue, VenueInWorld state)
    {
        var notional = new Money[s_kinds.Length];
        var accounts = new long[s_kinds.Length];
        foreach (AccountFlow row in state.Tally.FlowsByAccount.Rows.Where(row => row.Deleveraged.IsPositive))
        {
            ParticipantKind owner = AccountOwner.Of(world, venue, row.Account.Index).Kind;
            int kind = Array.FindIndex(s_kinds, each => each.Kind == owner);
            Invariant.Holds(kind >= 0, "liquidators of loans trade at spot venues, which deleverage nobody");
            notional[kind] += row.Deleveraged;
            accounts[kind] += state.Venue.WeightOf(row.Account);
        }

        return
        [
            .. s_kinds.Select(
                (kind, i) =>
                    new DeleveragedSummary(kind.Name, state.Reported.Currency.ToDecimal(notional[i]), accounts[i])
            ),
        ];
    }
}
