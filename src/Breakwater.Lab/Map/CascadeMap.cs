using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>How a scenario's market would answer any shock, from its crowds' liquidation prices; asked at once, without a run.</summary>
/// <remarks>
/// Drawing it takes seconds a crowd; every question after that takes microseconds, and may be asked on several threads. A
/// stress test, not a forecast. Mathematics and what is left out: docs/models/cascade.md.
/// </remarks>
public sealed class CascadeMap
{
    private readonly CoinTerms[] _coins;
    private readonly CoinFuse[][] _fuses;
    private readonly CascadeProfile[][][] _profiles;

    /// <param name="fuses">By coin, then by crowd.</param>
    internal CascadeMap(IReadOnlyList<CoinTerms> coins, IReadOnlyList<IReadOnlyList<CoinFuse>> fuses)
    {
        _coins = [.. coins];
        _fuses = [.. fuses.Select(crowds => crowds.ToArray())];
        _profiles =
        [
            .. Enum.GetValues<BookState>()
                .Select(book =>
                    _coins
                        .Select((coin, i) => _fuses[i].Select(fuse => ProfileOf(coin.In(book), fuse)).ToArray())
                        .ToArray()
                ),
        ];
    }

    /// <summary>In the scenario's order.</summary>
    public IReadOnlyList<string> Coins => [.. _coins.Select(coin => coin.Coin)];

    public int Crowds => _fuses[0].Length;

    /// <summary>Draws a scenario's crowd once for each seed and asks the venues' own ladders.</summary>
    /// <param name="threads">Positive; the map does not depend on it.</param>
    /// <exception cref="InputException">The scenario's prices are given: it has no depth.</exception>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public static CascadeMap Draw(
        Scenario scenario,
        IReadOnlyList<Seed> crowds,
        MapConditions conditions,
        int threads,
        IEnsembleProgress progress,
        CancellationToken cancel
    )
    {
        RequireMarket(scenario);
        WorldParameters world = scenario.World;
        IReadOnlyList<CoinFuse>[][] drawn = CrowdSeries.Measure(
            world,
            crowds,
            threads,
            (_, venue) => CommonFall.FusesOf(world, venue, conditions),
            progress,
            cancel
        );
        return Of(world, drawn);
    }

    /// <summary>The coin's fuse and R by level.</summary>
    /// <param name="width">Of a level, percent; positive.</param>
    /// <param name="deepest">Percent below the start; positive.</param>
    /// <exception cref="InputException">There is no such coin.</exception>
    public IReadOnlyList<FuseLevel> Levels(string coin, double width, double deepest)
    {
        int i = IndexOf(coin);
        int count = (int)Math.Ceiling(Math.Min(deepest, DeepestOf(i)) / width - 1e-9);
        return [.. Enumerable.Range(0, count).Select(level => LevelOf(i, level * width, (level + 1) * width))];
    }

    /// <summary>Where a fall ends that begins with a shock to the market.</summary>
    /// <param name="shock">To the coin whose beta is 1, percent; from 0 to below 100.</param>
    /// <exception cref="InputException">There is no such coin, or the shock lies outside its range.</exception>
    public ShockAnswer Answer(string coin, double shock, BookState book)
    {
        RequireShock(shock);
        int i = IndexOf(coin);
        CoinTerms terms = _coins[i];
        double own = terms.ShockOf(shock);
        double?[] stops = [.. _profiles[(int)book][i].Select(profile => profile.Landing(own))];
        double[] landings = [.. stops.Select(stop => Math.Min(stop ?? DeepestOf(i), 100))];
        var landing = Band.Of(landings);
        return new ShockAnswer(
            terms.Coin,
            book,
            shock,
            own,
            landing,
            Band.Of(landings.Select(percent => terms.Price * (1 - percent / 100))),
            own > 0 ? landing.P50 / own : 1,
            Band.Of(
                landings.Select((percent, crowd) => Within(_fuses[i][crowd].Sold, _fuses[i][crowd].Step, 0, percent))
            ),
            stops.Count(stop => stop is null) / (double)stops.Length
        );
    }

    /// <summary>The widest jump of each crowd.</summary>
    /// <param name="narrowest">Jumps of less than so many percent do not count.</param>
    /// <exception cref="InputException">There is no such coin.</exception>
    public CliffAnswer WidestCliff(string coin, BookState book, double narrowest)
    {
        int i = IndexOf(coin);
        double deepest = DeepestOf(i);
        Cliff[] widest =
        [
            .. _profiles[(int)book]
                [i]
                .Select(profile => profile.Cliffs(narrowest))
                .Where(cliffs => cliffs.Count > 0)
                .Select(cliffs => cliffs.MaxBy(cliff => (cliff.To ?? deepest) - cliff.From)),
        ];
        bool any = widest.Length > 0;
        return new CliffAnswer(
            _coins[i].Coin,
            book,
            widest.Length / (double)Crowds,
            any ? Band.Of(widest.Select(cliff => cliff.Trigger)) : null,
            any ? Band.Of(widest.Select(cliff => cliff.From)) : null,
            any ? Band.Of(widest.Select(cliff => cliff.To ?? deepest)) : null
        );
    }

    /// <summary>Where one crowd's fall ends, percent; the deepest that the map knows where no level stops it.</summary>
    /// <param name="fall">Of the coin itself without forced selling, percent.</param>
    internal double LandingOf(string coin, int crowd, double fall, BookState book)
    {
        int i = IndexOf(coin);
        return Math.Min(_profiles[(int)book][i][crowd].Landing(fall) ?? DeepestOf(i), 100);
    }

    /// <summary>The same after a shock to the market, which is another fall to each coin.</summary>
    /// <exception cref="InputException">There is no such coin, or the shock lies outside its range.</exception>
    internal double LandingAfter(string coin, int crowd, double shock, BookState book)
    {
        RequireShock(shock);
        return LandingOf(coin, crowd, _coins[IndexOf(coin)].ShockOf(shock), book);
    }

    internal static void RequireMarket(Scenario scenario)
    {
        if (scenario.World.Market is null)
        {
            throw new InputException(
                $"{scenario.File}: its prices are given by tapes, so that nothing says what forced selling moves; expected a scenario with a market"
            );
        }
    }

    /// <param name="drawn">By crowd, then by venue.</param>
    internal static CascadeMap Of(WorldParameters world, IReadOnlyList<IReadOnlyList<CoinFuse>>[] drawn)
    {
        IReadOnlyList<CoinTerms> coins = CoinTerms.Of(world);
        return new CascadeMap(
            coins,
            [.. coins.Select((_, coin) => drawn.Select(venues => SumOf(venues, coin)).ToArray())]
        );
    }

    private static void RequireShock(double shock)
    {
        if (shock is not (>= 0 and < 100))
        {
            throw new InputException(
                FormattableString.Invariant($"shock: {shock} must be from 0 to below 100 percent")
            );
        }
    }

    private static CoinFuse SumOf(IReadOnlyList<IReadOnlyList<CoinFuse>> venues, int coin) =>
        venues.SelectMany(venue => venue).Where(fuse => fuse.Coin == coin).Aggregate((sum, next) => sum.Plus(next));

    private static CascadeProfile ProfileOf(MarketDepth depth, CoinFuse fuse) =>
        CascadeProfile.Of(fuse.Step, fuse.Sold, depth, passThrough: 1);

    private FuseLevel LevelOf(int coin, double from, double to)
    {
        CoinFuse[] fuses = _fuses[coin];
        double width = to - from;
        return new FuseLevel(
            from,
            to,
            _coins[coin].Price * (1 - to / 100),
            Band.Of(fuses.Select(fuse => Within(fuse.Ordered, fuse.Step, from, to) / width)),
            Band.Of(fuses.Select(fuse => Within(fuse.SoldAtOnce, fuse.Step, from, to) / width)),
            Band.Of(fuses.Select(fuse => Within(fuse.Sold, fuse.Step, from, to) / width)),
            NumberOf(BookState.Calm),
            NumberOf(BookState.Withdrawn)
        );

        Band NumberOf(BookState book) =>
            Band.Of(
                _profiles[(int)book]
                    [coin]
                    .Select(profile =>
                        Within(profile.Numbers, 1, from / profile.Step, to / profile.Step) * profile.Step / width
                    )
            );
    }

    private double DeepestOf(int coin) => Math.Min(_fuses[coin][0].Step * _fuses[coin][0].Sold.Length, 100);

    private int IndexOf(string coin)
    {
        int index = Array.FindIndex(_coins, each => string.Equals(each.Coin, coin, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? index
            : throw new InputException($"'{coin}' is no coin of the scenario, expected {string.Join(", ", Coins)}");
    }

    // What lies between two places of levels that are evenly filled.
    private static double Within(ReadOnlySpan<double> levels, double step, double from, double to)
    {
        double sum = 0;
        for (int level = (int)(from / step); level < levels.Length && level * step < to; level++)
        {
            double overlap = Math.Min(to, (level + 1) * step) - Math.Max(from, level * step);
            sum += overlap > 0 ? levels[level] * overlap / step : 0;
        }

        return sum;
    }
}
