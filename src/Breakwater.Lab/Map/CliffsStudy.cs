using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>From a scenario's name to where its market holds and where it jumps.</summary>
public static class CliffsStudy
{
    private const double LevelWidth = 1;
    private const double DeepestLevel = 25;
    private const double NarrowestCliff = 1;
    private const double InfectionWithin = 10;
    private const int LargestOfLadder = 10;

    /// <exception cref="InputException">What the user gave cannot be asked.</exception>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public static CliffsReport Execute(CliffsRequest request, IEnsembleProgress progress, CancellationToken cancel) =>
        Draw(request, progress, cancel).Report;

    /// <summary>The same with the maps themselves, which can be asked further questions.</summary>
    /// <exception cref="InputException">What the user gave cannot be asked.</exception>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public static (CliffsReport Report, CascadeMap Map, VenueMap Venues) Draw(
        CliffsRequest request,
        IEnsembleProgress progress,
        CancellationToken cancel
    )
    {
        Scenario scenario = ScenarioReader.Read(request.Content, request.Scenario);
        CascadeMap.RequireMarket(scenario);
        WorldParameters world = scenario.World;
        var conditions = MapConditions.Of(world);
        string[] coins = CoinsOf(scenario, request.Coin);
        double shock = request.Shock ?? 100 * world.Market!.Shock.Size;
        foreach (double asked in (double[])[shock, .. request.RunShocks])
        {
            RequireWithinLevels(world, conditions, asked);
        }

        foreach (double asked in request.RunShocks)
        {
            RequireWithinBooks(world, asked);
        }

        VenueMeasure[][] crowds = CrowdSeries.Measure(
            world,
            request.Crowds.Seeds,
            request.Threads,
            (_, venue) => VenueMeasure.Of(world, venue, conditions, InfectionWithin),
            progress,
            cancel
        );
        IReadOnlyList<CoinFuse>[][] fuses = [.. crowds.Select(venues => venues.Select(venue => venue.Fuses).ToArray())];
        var map = CascadeMap.Of(world, fuses);
        var runs = new LandingRuns(world with { CrowdSeed = request.Crowds.Seeds[0] }, map, request.Threads, progress);
        IReadOnlyList<LandingCheck> checks = runs.Check(coins, request.RunShocks, cancel);
        var report = new CliffsReport
        {
            Scenario = scenario.Name,
            Engine = Engine.Current,
            Seeds = request.Crowds.ToString(),
            Shock = shock,
            Conditions = conditions,
            Coins = [.. coins.Select(coin => CoinOf(map, scenario, coin, shock))],
            Infection = new InfectionStudy(world, InfectionWithin, conditions.Horizon, crowds).Answer(),
            Runs = checks,
            RunGaps = runs.Gaps,
        };
        return (report, map, VenueMap.Of(world, map, fuses));
    }

    // Below its levels a map knows nothing: any landing would be its last level.
    private static void RequireWithinLevels(WorldParameters world, MapConditions conditions, double shock)
    {
        foreach (CoinTerms coin in CoinTerms.Of(world))
        {
            double deepest = Math.Min(conditions.Grid.Range * coin.Beta, 100);
            if (coin.ShockOf(shock) > deepest)
            {
                throw new InputException(
                    FormattableString.Invariant(
                        $"a shock of {shock:0.##} % to the market takes {coin.Coin} to -{coin.ShockOf(shock):0.#} %, and the map's levels end at -{deepest:0.#} %"
                    )
                );
            }
        }
    }

    // As of a scenario's own shock.
    private static void RequireWithinBooks(WorldParameters world, double shock)
    {
        CoinTerms deepest = CoinTerms.Of(world).MaxBy(coin => coin.ShockOf(shock))!;
        if (deepest.ShockOf(shock) > 100 * ShockParameters.DeepestFall)
        {
            throw new InputException(
                FormattableString.Invariant(
                    $"--against-runs: a shock of {shock:0.##} % takes {deepest.Coin} to -{deepest.ShockOf(shock):0.#} %, and a run follows none beyond -{100 * ShockParameters.DeepestFall:0} %"
                )
            );
        }
    }

    private static string[] CoinsOf(Scenario scenario, string? coin)
    {
        string[] all = [.. scenario.World.Histories.Select(history => history.Coin)];
        if (coin is null)
        {
            return all;
        }

        string known = string.Join(", ", all);
        return all.FirstOrDefault(each => string.Equals(each, coin, StringComparison.OrdinalIgnoreCase)) is { } one
            ? [one]
            : throw new InputException($"--coin: '{coin}' is no coin of {scenario.Name}, expected {known}");
    }

    private static CoinCliffs CoinOf(CascadeMap map, Scenario scenario, string coin, double shock) =>
        new(
            coin,
            (double)scenario.World.Histories.First(history => history.Coin == coin).Price,
            [map.Answer(coin, shock, BookState.Calm), map.Answer(coin, shock, BookState.Withdrawn)],
            [.. Enumerable.Range(1, LargestOfLadder).Select(percent => map.Answer(coin, percent, BookState.Withdrawn))],
            [
                map.WidestCliff(coin, BookState.Calm, NarrowestCliff),
                map.WidestCliff(coin, BookState.Withdrawn, NarrowestCliff),
            ],
            map.Levels(coin, LevelWidth, DeepestLevel)
        );
}
