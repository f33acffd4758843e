using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>What falls do to venues and their funds: the same rehearsal as a <see cref="CascadeMap"/>, venue by venue.</summary>
/// <remarks>
/// A fund is taken to hold what it took over until the price has landed, and to be spared nothing by deleveraging: what it
/// lacks, winners or nobody bear. What it earns from orders that filled above the bankruptcy price is left out. Mathematics:
/// docs/models/cascade.md.
/// </remarks>
public sealed class VenueMap
{
    private readonly CascadeMap _map;
    private readonly string[] _coins;
    private readonly (string Name, double Capital)[] _venues;
    private readonly IReadOnlyList<CoinFuse>[][] _fuses;

    /// <param name="fuses">By crowd, then by venue: its listings.</param>
    internal VenueMap(
        CascadeMap map,
        IReadOnlyList<string> coins,
        IReadOnlyList<(string Name, double Capital)> venues,
        IReadOnlyList<IReadOnlyList<CoinFuse>[]> fuses
    )
    {
        _map = map;
        _coins = [.. coins];
        _venues = [.. venues];
        _fuses = [.. fuses];
    }

    /// <param name="shock">To the market, percent; from 0 to below 100.</param>
    /// <returns>Of venues with something to liquidate, in the scenario's order.</returns>
    public IReadOnlyList<VenueAnswer> Answer(double shock, BookState book)
    {
        double[][] landings =
        [
            .. Enumerable
                .Range(0, _map.Crowds)
                .Select(crowd => _coins.Select(coin => _map.LandingAfter(coin, crowd, shock, book)).ToArray()),
        ];
        return
        [
            .. Enumerable
                .Range(0, _venues.Length)
                .Where(venue => _fuses.Any(crowd => crowd[venue].Any(fuse => fuse.Ordered.Any(level => level > 0))))
                .Select(venue => Of(venue, shock, book, landings)),
        ];
    }

    internal static VenueMap Of(WorldParameters world, CascadeMap map, IReadOnlyList<CoinFuse>[][] drawn) =>
        new(
            map,
            [.. world.Histories.Select(history => history.Coin)],
            [.. world.Venues.Select(venue => (venue.Name, CapitalOf(world, venue)))],
            drawn
        );

    // At the first price, where it is in a coin.
    private static double CapitalOf(WorldParameters world, VenueParameters venue)
    {
        decimal capital = venue.Rules.Settlement.ToDecimal(venue.FundCapital);
        bool isCoin = venue.Rules.Instruments[0].Instrument.Kind == ContractKind.Inverse;
        return (double)(isCoin ? capital * world.Histories[venue.Listings[0].Coin].Price : capital);
    }

    private VenueAnswer Of(int venue, double shock, BookState book, double[][] landings)
    {
        (string name, double capital) = _venues[venue];
        double[] left = [.. Each((fuse, landing) => fuse.LossAt(landing)).Select(loss => capital - loss)];
        double[] leftOfAll = [.. Each((fuse, landing) => fuse.LossOfAllAt(landing)).Select(loss => capital - loss)];
        return new VenueAnswer(
            name,
            book,
            shock,
            Band.Of(Each((fuse, landing) => fuse.OrderedTo(landing))),
            Band.Of(Each((fuse, landing) => fuse.TakenOverTo(landing))),
            capital,
            Band.Of(left),
            Band.Of(leftOfAll),
            left.Count(rest => rest <= 0) / (double)left.Length
        );

        // By crowd, all listings together.
        IEnumerable<double> Each(Func<CoinFuse, double, double> of) =>
            _fuses.Select((crowd, number) => crowd[venue].Sum(fuse => of(fuse, landings[number][fuse.Coin])));
    }
}
