using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Runs a scenario twice for each seed, on depth curves and on order books: the same crowd, news and noise.</summary>
public static class DisagreementStudy
{
    private const string Liquidity = "market.liquidity";

    /// <exception cref="InputException">What the user gave cannot be run on both.</exception>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DisagreementReport Execute(
        DisagreementRequest request,
        IEnsembleProgress progress,
        CancellationToken cancel
    )
    {
        Scenario scenario = Read(request, "curves");
        IReadOnlyList<IReadOnlyList<Figure>> curves = Run(request, scenario, progress, cancel);
        IReadOnlyList<IReadOnlyList<Figure>> books = Run(request, Read(request, "books"), progress, cancel);
        return new DisagreementReport(
            scenario.Name,
            request.Seeds.ToString(),
            Engine.Current,
            [.. RowsOf(curves, books)]
        );
    }

    private static Scenario Read(DisagreementRequest request, string liquidity) =>
        ScenarioReader.Read(request.Content, request.Scenario, [new ScenarioValue(Liquidity, liquidity)]);

    private static IReadOnlyList<IReadOnlyList<Figure>> Run(
        DisagreementRequest request,
        Scenario scenario,
        IEnsembleProgress progress,
        CancellationToken cancel
    ) =>
        EnsembleRunner.Run(
            scenario.World,
            request.Seeds.Seeds,
            request.Threads,
            (parameters, world) => LiquidityFigures.Of(parameters, world, scenario.Name),
            progress,
            cancel
        );

    private static IEnumerable<DisagreementRow> RowsOf(
        IReadOnlyList<IReadOnlyList<Figure>> curves,
        IReadOnlyList<IReadOnlyList<Figure>> books
    ) =>
        Enumerable
            .Range(0, curves[0].Count)
            .Select(i =>
                DisagreementRow.Of([.. curves.Select(figures => figures[i])], [.. books.Select(figures => figures[i])])
            )
            .OfType<DisagreementRow>();
}
