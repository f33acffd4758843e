using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What a risk committee asks of an ensemble: how likely a fund is exhausted, how large it should be, who is deleveraged.</summary>
/// <param name="Funds">Of venues that have one, or needed one.</param>
/// <param name="DeleveragedAccounts">How many accounts were deleveraged in any seed, as the simulated ones stand for them; null where seeds draw other accounts.</param>
/// <param name="MostDeleveraged">Those that must expect most; the rest stands in a table of its own.</param>
/// <param name="Caveat">What the curve of fund sizes leaves out.</param>
public sealed record RiskSummary(
    IReadOnlyList<FundRisk> Funds,
    long? DeleveragedAccounts,
    IReadOnlyList<ExpectedDeleveraging> MostDeleveraged,
    string Caveat
)
{
    private const int Shown = 10;

    private const string HeldPath =
        "other fund sizes are read off the same paths, an approximation: a larger fund would have spared winners, held more and sold more, and so changed the path; run with another capital to see. \"?\" and \"more\": its capital was not enough, and the path does not tell what would have been";

    /// <param name="runs">In the order of the seeds; not empty.</param>
    /// <param name="deleveraged">By account; null where seeds draw other accounts.</param>
    public static RiskSummary Of(IReadOnlyList<RunSummary> runs, IReadOnlyList<ExpectedDeleveraging>? deleveraged) =>
        new(
            [
                .. Enumerable
                    .Range(0, runs[0].Venues.Count)
                    .Select(venue => FundRisk.Of([.. runs.Select(run => run.Venues[venue])]))
                    .OfType<FundRisk>(),
            ],
            deleveraged?.Sum(account => (long)account.StandsFor),
            [.. (deleveraged ?? []).Take(Shown)],
            HeldPath
        );
}
