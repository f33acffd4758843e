namespace Breakwater.Lab;

/// <summary>Policies of deleveraging on the same waves: the published ones and the engine's.</summary>
/// <param name="Published">From the best to the worst by our reckoning.</param>
/// <param name="IsInPublishedOrder">Whether the paper has them in that order.</param>
/// <param name="Accounts">On whom the engine's policies were tried; 0 where no table of accounts was given.</param>
/// <param name="Replays">Of the engine's policies.</param>
public sealed record DeleveragingReport(
    int Waves,
    double Needed,
    IReadOnlyList<PolicyScore> Published,
    bool IsInPublishedOrder,
    int Accounts,
    IReadOnlyList<PolicyReplay> Replays
)
{
    /// <exception cref="Breakwater.Runs.InputException">As <see cref="DeleveragingFiles.Read"/>.</exception>
    public static DeleveragingReport Of(IReadOnlyList<string> paths)
    {
        (IReadOnlyList<DeleveragingWave> waves, IReadOnlyList<ReplayedAccount> accounts) = DeleveragingFiles.Read(
            paths
        );
        IReadOnlyList<PolicyScore> scores = PolicyScore.Of(waves);
        var replay = new DeleveragingReplay(waves, accounts);
        return new DeleveragingReport(
            waves.Count,
            waves.Sum(wave => wave.Needed),
            scores,
            scores.Select(score => score.Policy).SequenceEqual(PublishedPolicy.All),
            replay.Accounts,
            replay.Run()
        );
    }
}
