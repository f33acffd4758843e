using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Runs a market under shocks of several sizes, with liquidations and without, beside what its map says.</summary>
/// <param name="world">With the seed of the map's first crowd.</param>
internal sealed class LandingRuns(WorldParameters world, CascadeMap map, int threads, IEnsembleProgress progress)
{
    private const int RunsEach = 2;

    private readonly GapTally _gaps = new(LagsOf(world.Market!));
    private int _runs;
    private int _done;

    /// <summary>Of the runs with liquidations that were checked; empty before.</summary>
    public IReadOnlyList<GapClosing> Gaps => _gaps.Closings(world.Market!.Step);

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
        return [.. Enumerable.Range(0, world.Histories.Count).Select(coin => FallOf(run, coin, liquidations))];
    }

    // A step, ten, and the map's horizon.
    private static int[] LagsOf(MarketParameters market)
    {
        int horizon = (int)Math.Max(market.Revelation.Nanoseconds / market.Step.Nanoseconds, 1);
        return [.. ((int[])[1, 10, horizon]).Distinct().Order()];
    }

    private void Tell(double share) => progress.Reached(_done, _runs, (_done + share) / _runs);

    // Percent from the first sample to the lowest, of the mean over places by calm depth.
    private double FallOf(World run, int coin, bool countsGaps)
    {
        MarketSeries series = run.Series!;
        var means = new double[series.Count];
        double weights = 0;
        foreach ((int venue, int listing) in PlacesOf(run, coin))
        {
            double depth = run.Venues[venue].Parameters.Listings[listing].Depth;
            weights += depth;
            Add(series[SeriesKind.Middle, venue, listing], depth, means);
        }

        for (int sample = 0; sample < means.Length; sample++)
        {
            means[sample] /= weights;
        }

        int lowest = Array.IndexOf(means, means.Min());
        if (countsGaps)
        {
            CountGaps(run, coin, means, lowest);
        }

        return 100 * (1 - PortableMath.Exp(means[lowest] - means[0]));
    }

    private void CountGaps(World run, int coin, double[] means, int lowest)
    {
        MarketSeries series = run.Series!;
        long sinceStart = (world.Market!.Shock.Time - series.Start).Nanoseconds;
        int shock = (int)Math.Max(sinceStart / series.Step.Nanoseconds, 0);
        foreach (
            (int venue, int listing) in PlacesOf(run, coin).Where(each => !run.Venues[each.Venue].Parameters.IsSpot)
        )
        {
            _gaps.Add(series[SeriesKind.Middle, venue, listing], means, shock, lowest);
        }
    }

    private static IEnumerable<(int Venue, int Listing)> PlacesOf(World run, int coin) =>
        run.Venues.SelectMany(
            (venue, number) =>
                Enumerable
                    .Range(0, venue.Parameters.Listings.Count)
                    .Where(listing => venue.Parameters.Listings[listing].Coin == coin)
                    .Select(listing => (number, listing))
        );

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
