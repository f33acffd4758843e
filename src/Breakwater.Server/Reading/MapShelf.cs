using System.Collections.Concurrent;
using Breakwater.Lab;
using Breakwater.Lab.Map;

namespace Breakwater.Server;

/// <summary>Maps of scenarios, each drawn once while the server runs: drawing takes seconds, asking takes none.</summary>
internal sealed class MapShelf(ServerOptions options) : IEnsembleProgress
{
    private const string OneCrowd = "1";
    private const int Shocks = 40;
    private const double Step = 0.5;

    private readonly ConcurrentDictionary<string, Lazy<ScenarioMap>> _maps = new(StringComparer.Ordinal);
    private readonly Lock _drawing = new();

    /// <exception cref="Runs.InputException">The scenario's prices are given: it has no depth.</exception>
    public ScenarioMap Of(string scenario)
    {
        // What failed is tried again: the file may have been mended.
        Lazy<ScenarioMap> map = _maps.GetOrAdd(
            scenario,
            name => new(() => Draw(name), LazyThreadSafetyMode.PublicationOnly)
        );
        return map.Value;
    }

    public void Reached(int finished, int seeds, double share) { }

    private ScenarioMap Draw(string scenario)
    {
        lock (_drawing)
        {
            if (_maps.TryGetValue(scenario, out Lazy<ScenarioMap>? drawn) && drawn.IsValueCreated)
            {
                return drawn.Value;
            }

            var request = new CliffsRequest(
                options.Content,
                scenario,
                Coin: null,
                Shock: null,
                SeedList.Parse(OneCrowd),
                RunShocks: [],
                options.Threads
            );
            (CliffsReport report, CascadeMap map, VenueMap venues) = CliffsStudy.Draw(
                request,
                this,
                CancellationToken.None
            );
            return new ScenarioMap(
                report,
                [.. map.Coins.SelectMany(coin => AtEachShock((shock, book) => map.Answer(coin, shock, book)))],
                [.. AtEachShock(venues.Answer).SelectMany(answers => answers)]
            );
        }
    }

    private static IEnumerable<TAnswer> AtEachShock<TAnswer>(Func<double, BookState, TAnswer> answer) =>
        Enum.GetValues<BookState>()
            .SelectMany(book => Enumerable.Range(1, Shocks).Select(number => answer(number * Step, book)));
}
