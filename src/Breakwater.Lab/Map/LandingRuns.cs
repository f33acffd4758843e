using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Runs a market under shocks of several sizes, with liquidations and without, beside what its map says.</summary>
/// <param name="world">With the seed of the map's first crowd.</param>
internal sealed class LandingRuns(WorldParameters world, CascadeMap map, int threads, IEnsembleProgress progress)
{
    private const int RunsEach = 2;

    private int _runs;
    private int _done;

    public IReadOnlyList<LandingCheck> Check(
        IReadOnlyList<string> coins,
        IReadOnlyList<double> shocks,
        CancellationToken cancel
    )
    {
        (_runs, _done) = (shocks.Count * RunsEach, 0);
        return [.. shocks.SelectMany(shock => Check(coins, shock, cancel))];
    }

    private IEnumerable<LandingCheck> Check(IReadOnlyList<string> coins, double shock, CancellationToken cancel)
    {
        double[] without = FallsOf(shock, liquidations: false, cancel);
        double[] with = FallsOf(shock, liquidations: true, cancel);
        foreach (string coin in coins)
        {
            int i = IndexOf(coin);
            double own = CoinTerms.Of(world)[i].ShockOf(shock);
            yield return new LandingCheck(
                coin,
                shock,
                without[i],
                with[i],
                map.LandingOf(coin, crowd: 0, own, BookState.Calm),
                map.LandingOf(coin, crowd: 0, own, BookState.Withdrawn),
                map.LandingOf(coin, crowd: 0, without[i], BookState.Withdrawn)
            );
        }
    }

    private int IndexOf(string coin) =>
        Enumerable.Range(0, world.Histories.Count).First(i => world.Histories[i].Coin == coin);

    private double[] FallsOf(double shock, bool liquidations, CancellationToken cancel)
    {
        MarketParameters market = world.Market!;
        WorldParameters shocked = world.RecordingTopsOnly() with
        {
            Market = market with
            {
                Shock = market.Shock with { Size = shock / 100 },
                Switches = market.Switches with { Liquidations = liquidations },
            },
        };
        World run = Runner.Run(shocked, threads, new RunOf(this), cancel);
        _done++;
        return [.. Enumerable.Range(0, world.Histories.Count).Select(coin => FallOf(run, coin))];
    }

    private void Tell(double share) => progress.Reached(_done, _runs, (_done + share) / _runs);

    // Percent from the first sample to the lowest, of the mean over places by calm depth.
    private static double FallOf(World run, int coin)
    {
        MarketSeries series = run.Series!;
        var sums = new double[series.Count];
        double weights = 0;
        for (int venue = 0; venue < run.Venues.Count; venue++)
        {
            IReadOnlyList<ListingParameters> listings = run.Venues[venue].Parameters.Listings;
            for (int i = 0; i < listings.Count; i++)
            {
                if (listings[i].Coin == coin)
                {
                    weights += listings[i].Depth;
                    Add(series[SeriesKind.Middle, venue, i], listings[i].Depth, sums);
                }
            }
        }

        return 100 * (1 - PortableMath.Exp((sums.Min() - sums[0]) / weights));
    }

    private static void Add(ReadOnlySpan<double> middles, double weight, double[] sums)
    {
        for (int sample = 0; sample < sums.Length; sample++)
        {
            sums[sample] += weight * PortableMath.Log(middles[sample]);
        }
    }

    private sealed class RunOf(LandingRuns all) : IRunProgress
    {
        public void Began(string stage) { }

        public void Reached(Timestamp time, double share) => all.Tell(share);
    }
}
