using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Policies of deleveraging on the 16 waves of 10 October 2025 at Hyperliquid.</summary>
internal sealed class AutoDeleveraging : ITheory
{
    private const string Waves = "oct10_adl_mit/policy_per_wave_metrics.csv";
    private const string Accounts = "oct10_hyperliquid/adl_by_user_REALTIME.csv.gz";
    private const string Table2 = "table 2";
    private const string OtherPaper = "Campbell, Hey, Moallemi, Nutz (2026)";

    // Cents are printed.
    private const double Cent = 0.0051;

    public string Name => "auto-deleveraging";

    public string Claim => "Order of deleveraging policies on 16 real waves, and the production queue's overshoot";

    public Paper Paper { get; } =
        new(
            "T. Chitra, N. Thogiti, M. J. P. Trujillo Ramirez, V. Xu",
            2026,
            "Autodeleveraging as online learning",
            "arXiv 2602.15182"
        );

    public string? Obstacle =>
        SharedData.Find(Waves) is null ? $"{Waves} is not here; BREAKWATER_DATA names its folder" : null;

    public IReadOnlyList<VerifiedFigure> Verify(Seed seed, CancellationToken cancel)
    {
        string?[] paths = [SharedData.Find(Waves), SharedData.Find(Accounts)];
        DeleveragingReport report = DeleveragingReport.Of([.. paths.OfType<string>()]);
        return
        [
            .. report.Published.SelectMany(Printed),
            .. report.Published.Select((score, place) => Place(score.Policy, place)),
            .. report.Replays.Count > 0 ? Order(report.Replays) : [],
        ];
    }

    private static IEnumerable<VerifiedFigure> Printed(PolicyScore score)
    {
        PublishedPolicy policy = score.Policy;
        yield return new($"{policy.Name}: tracking, $", Table2, policy.Tracking, score.Tracking, Cent);
        yield return new($"{policy.Name}: fairness, $", Table2, policy.Fairness, score.Fairness, Cent);
        if (policy.IsTheVenues)
        {
            yield return new($"{policy.Name}: overshoot, $", "table 1", 45_028_665.72, score.Overshoot, Cent);
        }
    }

    private static VerifiedFigure Place(PublishedPolicy policy, int place) =>
        new($"{policy.Name}: place", Table2, PublishedPolicy.All.ToList().IndexOf(policy) + 1, place + 1, 0);

    // Ours have other names and other winners than the paper's: what carries over is who is best and who is worst at what.
    private static IEnumerable<VerifiedFigure> Order(IReadOnlyList<PolicyReplay> replays)
    {
        PolicyReplay Of(ReductionPolicy policy) => replays.Last(replay => replay.Policy == policy);
        PolicyReplay queue = Of(ReductionPolicy.Queue);
        PolicyReplay proRata = Of(ReductionPolicy.ProRata);
        PolicyReplay draining = Of(ReductionPolicy.LeverageDraining);
        PolicyReplay riskBased = Of(ReductionPolicy.RiskBased);
        return
        [
            new("pro rata: fairness, $", "best at it", 0, proRata.Fairness, 0.005 * queue.Fairness),
            AtLeast("queue: fairness, over ten times pro rata's", "worst at it", 10 * proRata.Fairness, queue.Fairness),
            AtMost("draining: leverage left, less than pro rata's", proRata.HighestLeverage, draining.HighestLeverage),
            AtMost("draining: leverage left, less than the queue's", queue.HighestLeverage, draining.HighestLeverage),
            AtMost("draining: owed after 10 %, less than pro rata's", proRata.Shortfalls[1], draining.Shortfalls[1]),
            AtMost("draining: owed after 10 %, less than the queue's", queue.Shortfalls[1], draining.Shortfalls[1]),
            new(
                "risk-based without hedges: leverage left",
                OtherPaper,
                draining.HighestLeverage,
                riskBased.HighestLeverage,
                0
            ),
        ];
    }

    private static VerifiedFigure AtLeast(string quantity, string where, double least, double ours) =>
        new(quantity, where, least, ours, 0, FigureRelation.AtLeast);

    private static VerifiedFigure AtMost(string quantity, double most, double ours) =>
        new(quantity, OtherPaper, most, ours, 0, FigureRelation.AtMost);
}
