namespace Breakwater.Lab;

/// <summary>A published policy over all waves, by the paper's measures, reckoned here from the waves.</summary>
/// <param name="Taken">Dollars of profit that winners gave up.</param>
/// <param name="Overshoot">Dollars that were taken beyond what was needed, less those that were missing.</param>
/// <param name="Tracking">Dollars by which taken and needed differ, wave by wave.</param>
/// <param name="Fairness">
/// Dollars needed times the difference between the largest share that one winner lost and the same under the reference policy.
/// </param>
public sealed record PolicyScore(
    PublishedPolicy Policy,
    double Taken,
    double Overshoot,
    double Tracking,
    double Fairness
)
{
    public double Objective => Tracking + Fairness;

    /// <summary>From the best to the worst.</summary>
    /// <remarks>
    /// The paper's equation 23: the sum over waves of |taken - needed| + needed x |largest share - the reference's|. The
    /// difference has no sign there, so that a policy which spreads a loss more evenly than the reference pays for it too.
    /// </remarks>
    public static IReadOnlyList<PolicyScore> Of(IReadOnlyList<DeleveragingWave> waves) =>
        [.. PublishedPolicy.All.Select((policy, place) => Of(policy, place, waves)).OrderBy(score => score.Objective)];

    private static PolicyScore Of(PublishedPolicy policy, int place, IReadOnlyList<DeleveragingWave> waves)
    {
        const int Reference = 0;
        var score = new PolicyScore(policy, 0, 0, 0, 0);
        foreach (DeleveragingWave wave in waves)
        {
            PublishedOutcome outcome = wave.Outcomes[place];
            double beyond = outcome.Taken - wave.Needed;
            double gap = Math.Abs(outcome.LargestShare - wave.Outcomes[Reference].LargestShare);
            score = score with
            {
                Taken = score.Taken + outcome.Taken,
                Overshoot = score.Overshoot + beyond,
                Tracking = score.Tracking + Math.Abs(beyond),
                Fairness = score.Fairness + wave.Needed * gap,
            };
        }

        return score;
    }
}
