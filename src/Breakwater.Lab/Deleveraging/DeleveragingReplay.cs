using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>The engine's policies on the needs of real waves and the accounts of that day, wave after wave.</summary>
/// <remarks>
/// Which account stood in which wave is not in the table of accounts, so that all stand in each; what a wave left is what the
/// next begins with.
/// </remarks>
public sealed class DeleveragingReplay
{
    private readonly IReadOnlyList<DeleveragingWave> _waves;
    private readonly IReadOnlyList<ReplayedAccount> _accounts;

    /// <param name="accounts">Those without profit or equity are left out.</param>
    public DeleveragingReplay(IReadOnlyList<DeleveragingWave> waves, IReadOnlyList<ReplayedAccount> accounts)
    {
        _waves = waves;
        _accounts = [.. accounts.Where(ReplayedWinners.CanGive)];
    }

    /// <summary>Against every account, as shares of the price.</summary>
    public static IReadOnlyList<double> Moves { get; } = [0.05, 0.1, 0.2];

    /// <summary>That can give something.</summary>
    public int Accounts => _accounts.Count;

    /// <returns>The queue with what the venue took, then each policy with what was needed; empty without accounts.</returns>
    public IReadOnlyList<PolicyReplay> Run()
    {
        if (_accounts.Count == 0)
        {
            return [];
        }

        int production = PublishedPolicy.All.Index().Single(policy => policy.Item.IsTheVenues).Index;
        return
        [
            Run(ReductionPolicy.Queue, "observed", wave => wave.Outcomes[production].Taken),
            .. Enum.GetValues<ReductionPolicy>().Select(policy => Run(policy, "needed", wave => wave.Needed)),
        ];
    }

    private PolicyReplay Run(ReductionPolicy policy, string severity, Func<DeleveragingWave, double> severityOf)
    {
        var winners = new ReplayedWinners(_accounts);
        double taken = 0;
        double fairness = 0;
        double largest = 0;
        foreach (DeleveragingWave wave in _waves)
        {
            double before = winners.Capacity;
            (double gone, double share) = winners.GiveUp(policy, severityOf(wave));
            taken += gone;
            fairness += wave.Needed * (share - gone / before);
            largest = Math.Max(largest, share);
        }

        return new PolicyReplay(
            policy,
            severity,
            taken,
            taken - _waves.Sum(wave => wave.Needed),
            fairness,
            largest,
            winners.Touched,
            winners.HighestLeverage,
            [.. Moves.Select(winners.Shortfall)]
        );
    }
}
