using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>What rules do to R of all markets together, and what would bring it below 1.</summary>
internal sealed class RuleStudy(WorldParameters world, double within, Duration horizon, VenueMeasure[][] crowds)
{
    private const double MostTimes = 64;
    private const int Halvings = 40;

    private readonly double[] _atOnce = RadiiOf(world, within, horizon, crowds, BookState.Withdrawn, AtOnce);
    private readonly double[] _sold = RadiiOf(world, within, horizon, crowds, BookState.Withdrawn, Sold);

    /// <summary>The most helpful first.</summary>
    public IReadOnlyList<RuleEffect> Effects() =>
        [
            .. Enumerable
                .Range(0, RuleChange.All.Count)
                .Where(Exists)
                .Select(EffectOf)
                .OrderBy(effect => effect.Sold.P50)
                .ThenBy(effect => effect.Rule, StringComparer.Ordinal),
        ];

    /// <param name="effects">Of <see cref="Effects"/>.</param>
    public RestoringAnswer Restoring(IReadOnlyList<RuleEffect> effects)
    {
        // The mildest of a rule is the one that lowers R least.
        IEnumerable<RuleEffect> alone = effects
            .Where(effect => effect.Then.P50 < 1)
            .GroupBy(effect => effect.Rule)
            .Select(rule => rule.MaxBy(effect => effect.Then.P50)!);
        double leastShare = world.Market!.Makers.LeastShare;
        return new RestoringAnswer(
            Band.Of(RadiiOf(world, within, horizon, crowds, BookState.Calm, Sold)),
            Band.Of(_sold),
            [.. alone],
            effects.MinBy(effect => effect.Then.P50)!,
            [
                NeededOf(RuleChanges.Depth, MostTimes, RuleChanges.WithDepth),
                // A multiple of nothing is nothing.
                .. leastShare > 0
                    ? [NeededOf(RuleChanges.LeastShare, 1 / leastShare, RuleChanges.WithLeastShare)]
                    : (NeededSize[])[],
            ]
        );
    }

    private static double[][] AtOnce(InfectionBlock block) => block.AtOnce;

    private static double[][] Sold(InfectionBlock block) => block.Sold;

    private static double[] RadiiOf(
        WorldParameters world,
        double within,
        Duration horizon,
        VenueMeasure[][] crowds,
        BookState book,
        Func<InfectionBlock, double[][]> sales
    ) => RadiiOf(new Infection(world, within, horizon), crowds, book, (_, venue) => sales(venue.Block));

    private static double[] RadiiOf(
        Infection infection,
        VenueMeasure[][] crowds,
        BookState book,
        Func<int, VenueMeasure, double[][]> sales
    ) =>
        [
            .. crowds.Select(venues =>
                infection
                    .Of([.. venues.Select((venue, i) => sales(i, venue))], book, ArbitrageReach.Limited)
                    .SpectralRadius
            ),
        ];

    private bool Exists(int change) =>
        RuleChange.All[change].Market is not null || crowds[0].Any(venue => venue.Changed[change] is not null);

    private RuleEffect EffectOf(int number)
    {
        RuleChange change = RuleChange.All[number];
        double[] atOnce = RadiiUnder(number, AtOnce);
        double[] sold = RadiiUnder(number, Sold);
        var effect = Band.Of(Differences(sold, _sold));
        return new RuleEffect(
            change.Name,
            change.Change,
            [
                .. world
                    .Venues.Where((_, venue) => crowds[0][venue].Changed[number] is not null)
                    .Select(each => each.Name),
            ],
            Band.Of(Differences(atOnce, _atOnce)),
            effect,
            Band.Of(sold),
            effect.P50 / change.Tenths
        );
    }

    private double[] RadiiUnder(int number, Func<InfectionBlock, double[][]> sales)
    {
        WorldParameters changed = RuleChange.All[number].Market?.Invoke(world) ?? world;
        return RadiiOf(
            new Infection(changed, within, horizon),
            crowds,
            BookState.Withdrawn,
            (_, venue) => sales(venue.Changed[number] ?? venue.Block)
        );
    }

    private NeededSize NeededOf(string rule, double most, Func<WorldParameters, double, WorldParameters> with)
    {
        if (MedianAt(most) > 1)
        {
            return new NeededSize(rule, Times: null, most);
        }

        (double above, double below) = (1 / most, most);
        for (int i = 0; i < Halvings && below - above > 1e-4; i++)
        {
            double middle = (above + below) / 2;
            (above, below) = MedianAt(middle) > 1 ? (middle, below) : (above, middle);
        }

        return new NeededSize(rule, below, most);

        double MedianAt(double times) =>
            Band.Of(RadiiOf(with(world, times), within, horizon, crowds, BookState.Withdrawn, Sold)).P50;
    }

    private static IEnumerable<double> Differences(double[] some, double[] others) =>
        some.Zip(others, (one, other) => one - other);
}
