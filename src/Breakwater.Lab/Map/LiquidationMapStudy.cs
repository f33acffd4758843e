using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>From a coin, a venue and an instant to the notional that becomes liquidatable by price level.</summary>
public sealed class LiquidationMapStudy
{
    private readonly LiquidationMapRequest _request;
    private readonly LevelGrid _grid;
    private readonly Scenario _scenario;
    private readonly MappedMarket _market;

    private LiquidationMapStudy(LiquidationMapRequest request)
    {
        _request = request;
        _grid = new LevelGrid(request.Width, (int)Math.Ceiling(request.Reach / request.Width - 1e-9));
        _scenario = ScenarioReader.Read(request.Content, request.Scenario);
        _market = MarketOf(MappedMarket.Of(_scenario, request.Coin, request.Venue));
    }

    /// <exception cref="InputException">What the user gave cannot be mapped.</exception>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public static LiquidationMapReport Execute(
        LiquidationMapRequest request,
        IEnsembleProgress progress,
        CancellationToken cancel
    ) => new LiquidationMapStudy(request).Map(progress, cancel);

    private bool IsAtStart => _request.At == _scenario.World.Start;

    private MappedMarket MarketOf(MappedMarket market)
    {
        bool one = _request.Store is not null && market.World.Venues.Count == 1;
        if (one && market.World.Venues[0].Rules.Instruments[0].Instrument.Kind == ContractKind.Inverse)
        {
            throw new InputException(
                $"--store: holds inverse contracts by their number, and a map reads coins; expected a venue of linear contracts, not {market.World.Venues[0].Name}"
            );
        }

        if (one && (!IsAtStart || StoredOf(market).HasBarsBefore(_request.At)))
        {
            return StoredCrowd.At(market, _request.Store!, _request.At);
        }

        return IsAtStart
            ? market
            : throw new InputException(
                $"--at: {_request.At} is not the start of {_scenario.Name}, {_scenario.World.Start}; expected that, or one venue and a store with its bars and open interest"
            );
    }

    private StoredMarket StoredOf(MappedMarket market)
    {
        VenueParameters venue = market.World.Venues[0];
        int listing = NotionalByLevel.ListingOf(venue, market.Coin, market.World);
        return new StoredMarket(_request.Store!, venue, venue.Rules.Instruments[listing]);
    }

    private LiquidationMapReport Map(IEnsembleProgress progress, CancellationToken cancel)
    {
        Scenario? given = Given();
        NotionalByLevel[] crowds = Draw(_market.World, _request.Crowds.Seeds, progress, cancel);
        NotionalByLevel? measured = given is null ? null : Draw(given.World, [new Seed(1)], progress, cancel)[0];
        double? longs = given is null ? null : CoverageOf(given.World, isLong: true);
        double? shorts = given is null ? null : CoverageOf(given.World, isLong: false);
        FiredLevels? fired = FiredOf();
        return new LiquidationMapReport
        {
            Coin = _market.Coin,
            Venue = _request.Venue,
            At = _request.At.ToString(),
            Engine = Engine.Current,
            Price = _market.Price,
            Source = _market.Source,
            Seeds = _request.Crowds.ToString(),
            OpenInterest = _market.OpenInterest,
            LongCoverage = longs,
            ShortCoverage = shorts,
            Longs = LevelsOf(
                [.. crowds.Select(crowd => crowd.Longs)],
                measured?.Longs,
                longs,
                fired?.Longs,
                below: true
            ),
            Shorts = LevelsOf(
                [.. crowds.Select(crowd => crowd.Shorts)],
                measured?.Shorts,
                shorts,
                fired?.Shorts,
                below: false
            ),
            Scores = fired?.Score(crowds) ?? [],
            Totals = IsAtStart ? TotalsOf(crowds) : [],
            NoScore = fired is null
                ? $"no liquidations of {_market.Coin} at {_request.Venue} by price in the {Minutes(_request.After)} minutes after, in the store"
                : null,
        };
    }

    // The file may hold accounts at venues of the scenario that are not mapped.
    private Scenario? Given()
    {
        if (_request.AccountsFile is not { } file || _market.IsStored)
        {
            return _request.AccountsFile is null ? null : _market.Scenario.WithAccounts(_request.AccountsFile);
        }

        Scenario all = _scenario.WithAccounts(file);
        string[] mapped = [.. _market.World.Venues.Select(venue => venue.Name)];
        return all with
        {
            World = all.World with { Venues = [.. all.World.Venues.Where(venue => mapped.Contains(venue.Name))] },
        };
    }

    private NotionalByLevel[] Draw(
        WorldParameters world,
        IReadOnlyList<Seed> seeds,
        IEnsembleProgress progress,
        CancellationToken cancel
    )
    {
        // Threads that crowds leave over share out the accounts of one.
        int crowds = Math.Min(seeds.Count * world.Venues.Count, _request.Threads);
        Action<int, Action<int>> each = SideBySide.On(_request.Threads / crowds, cancel);
        return
        [
            .. CrowdSeries
                .Measure(
                    world,
                    seeds,
                    _request.Threads,
                    (_, venue) => NotionalByLevel.Of(venue, _market.Coin, world, _grid, each),
                    progress,
                    cancel
                )
                .Select(venues => venues.Aggregate((sum, next) => sum.Plus(next))),
        ];
    }

    private double CoverageOf(WorldParameters given, bool isLong)
    {
        double held = given.Venues.Sum(venue =>
        {
            int listing = NotionalByLevel.ListingOf(venue, _market.Coin, given);
            long lots = venue
                .GivenAccounts!.SelectMany(account => account.Positions)
                .Where(position => position.Instrument.Index == listing && position.Lots.IsLong == isLong)
                .Sum(position => position.Lots.Magnitude.Lots);
            var scale = new LotScale(venue.Rules.Instruments[listing].Instrument);
            return scale.CoinsOf(lots, _market.Price) * _market.Price;
        });
        return held / _market.OpenInterest;
    }

    private MapLevel[] LevelsOf(
        double[][] crowds,
        double[]? measured,
        double? coverage,
        double[]? observed,
        bool below
    ) =>
        [
            .. Enumerable
                .Range(0, _grid.Count)
                .Select(level =>
                {
                    double far = (level + 1) * _grid.Step;
                    var modelled = Band.Of(crowds.Select(crowd => crowd[level]));
                    double left = Math.Max(1 - coverage ?? 0, 0);
                    return new MapLevel(
                        level * _grid.Step,
                        far,
                        _market.Price * (1 + (below ? -far : far) / 100),
                        modelled,
                        measured?[level],
                        measured?[level] + left * modelled.P50,
                        observed?[level]
                    );
                }),
        ];

    private FiredLevels? FiredOf()
    {
        if (_request.Store is null || _market.World.Venues.Count != 1)
        {
            return null;
        }

        StoredMarket stored = StoredOf(_market);
        Timestamp until = _request.At + _request.After;
        IReadOnlyList<StoredLiquidation> liquidations = stored.LiquidationsOf(_request.At, until);
        return liquidations.Count == 0
            ? null
            : FiredLevels.Of(liquidations, _market.Price, stored.RangeOf(_request.At, until), _grid);
    }

    private TotalCompared[] TotalsOf(IReadOnlyList<NotionalByLevel> crowds)
    {
        double? fall = _scenario
            .Observed.Where(value => value.Name == "fall" && value.Coin == _market.Coin)
            .Select(value => (double?)-100 * FigureOf(value.Low))
            .FirstOrDefault();
        return fall is not { } deepest
            ? []
            :
            [
                .. _scenario
                    .Observed.Where(value =>
                        value.Name == "liquidated" && value.Coin == _market.Coin && value.Venue == _request.Venue
                    )
                    .Select(value => TotalOf(value, deepest, crowds)),
            ];
    }

    private TotalCompared TotalOf(ObservedValue value, double fall, IReadOnlyList<NotionalByLevel> crowds)
    {
        var map = Band.Of(crowds.Select(crowd => DownTo(crowd.Longs, fall)));
        (double low, double high) = (FigureOf(value.Low), FigureOf(value.High));
        return new TotalCompared(
            value.Definition,
            $"{value.WindowStart} to {value.WindowEnd}",
            fall,
            map,
            low,
            high,
            map.P50 >= low && map.P50 <= high,
            value.Source
        );
    }

    // A level that is passed in part counts in part.
    private double DownTo(double[] levels, double fall) =>
        levels.Select((dollars, level) => dollars * Math.Clamp(fall / _grid.Step - level, 0, 1)).Sum();

    private static double FigureOf(string text) =>
        double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Minutes(Duration duration) =>
        (duration.Nanoseconds / 60_000_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
