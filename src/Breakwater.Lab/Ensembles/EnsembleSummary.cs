using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What the runs of an ensemble came to, as distributions.</summary>
public sealed record EnsembleSummary
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public required string Scenario { get; init; }

    /// <summary>Such as "1..20".</summary>
    public required string Seeds { get; init; }

    /// <summary>What a seed changes.</summary>
    public required string Varies { get; init; }

    public required Engine Engine { get; init; }

    public required string Start { get; init; }

    public required string End { get; init; }

    public required string Prices { get; init; }

    public required string Caveat { get; init; }

    /// <summary>Digest of the event logs' digests, in the order of the seeds.</summary>
    public required string EventLogHash { get; init; }

    public required IReadOnlyList<Distribution> Distributions { get; init; }

    public required RiskSummary Risk { get; init; }

    /// <param name="runs">In the order of the seeds; not empty.</param>
    /// <param name="deleveraged">By account; null where seeds draw other accounts.</param>
    public static EnsembleSummary Of(
        SeedList seeds,
        IReadOnlyList<RunSummary> runs,
        IReadOnlyList<ExpectedDeleveraging>? deleveraged
    )
    {
        RunSummary first = runs[0];
        return new EnsembleSummary
        {
            Scenario = first.Scenario,
            Seeds = seeds.ToString(),
            Varies = first.Prices == "market" ? "path" : "crowd",
            Engine = first.Engine,
            Start = first.Start,
            End = first.End,
            Prices = first.Prices,
            Caveat = first.Caveat,
            EventLogHash = EventLogHashes.Join(runs.Select(run => run.EventLogHash)),
            Distributions = DistributionsOf([.. runs.Select(RunFigures.Of)]),
            Risk = RiskSummary.Of(runs, deleveraged),
        };
    }

    private static IReadOnlyList<Distribution> DistributionsOf(IReadOnlyList<IReadOnlyList<Figure>> runs) =>
        [
            .. Enumerable
                .Range(0, runs[0].Count)
                .Select(figure => Distribution.Of([.. runs.Select(run => run[figure])]))
                .OfType<Distribution>(),
        ];
}
