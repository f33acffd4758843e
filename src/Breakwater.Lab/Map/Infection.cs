using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>The next-generation matrix of a market's venues and coins.</summary>
/// <remarks>
/// <c>K(i, j)</c>: dollars sold on market i because of a dollar sold on market j, where a market is a coin at a venue. A dollar
/// moves the coin's price at all venues by <c>1 ÷ D</c>, D being the depth of them all, where arbitrage is whole. Where it is cut,
/// it moves its own venue's price alone, by <c>1 ÷ D</c> of that venue. Coins carry each other along as people
/// trade them together: on the mean of all venues, whatever arbitrage does. docs/models/cascade.md.
/// </remarks>
internal sealed class Infection
{
    private const int MarketCoin = 0;

    private readonly WorldParameters _world;
    private readonly CoinTerms[] _coins;
    private readonly double[] _depths;
    private readonly double _within;
    private readonly PassThrough _passThrough;

    public Infection(WorldParameters world, double within, Duration horizon)
    {
        (_world, _within) = (world, within);
        _passThrough = new PassThrough(world, within, horizon);
        _coins = [.. CoinTerms.Of(world)];
        _depths = [.. _coins.Select((_, coin) => DepthOf(world, coin))];
        Markets =
        [
            .. world.Venues.SelectMany(
                (venue, number) =>
                    venue.IsSpot ? [] : venue.Listings.Select((listing, i) => new Market(number, i, listing.Coin))
            ),
        ];
    }

    public IReadOnlyList<Market> Markets { get; }

    /// <summary>Perpetual venues that have markets, in the world's order.</summary>
    public IReadOnlyList<int> Venues => [.. Markets.Select(market => market.Venue).Distinct()];

    /// <param name="sales">By venue: dollars for each percent, [fallen listing][sold listing].</param>
    public NextGenerationMatrix Of(IReadOnlyList<double[][]> sales, BookState book, ArbitrageReach reach)
    {
        IReadOnlyList<Passage> passages = PassagesOf(sales, reach);
        var entries = new double[Markets.Count * Markets.Count];
        for (int from = 0; from < Markets.Count; from++)
        {
            for (int into = 0; into < Markets.Count; into++)
            {
                entries[into * Markets.Count + from] = Entry(sales, book, into, from, passages[from]);
            }
        }

        return new NextGenerationMatrix(Markets.Count, entries);
    }

    /// <summary>By market: where a move ends that a sale in it makes.</summary>
    public IReadOnlyList<Passage> PassagesOf(IReadOnlyList<double[][]> sales, ArbitrageReach reach) =>
        [
            .. Markets.Select(market =>
                reach switch
                {
                    ArbitrageReach.Whole => Passage.Whole,
                    ArbitrageReach.Cut => Passage.Cut,
                    _ => _passThrough.Of(market.Venue, market.Listing, SalesOf(sales, market, market.Coin)),
                }
            ),
        ];

    /// <summary>Dollars sold at one venue because of a dollar sold at another.</summary>
    /// <param name="mix">By market: what a dollar at a venue is made of is in proportion.</param>
    /// <returns>[into][from], by perpetual venue in the world's order; zero from a venue where nothing is sold.</returns>
    public double[][] BetweenVenues(NextGenerationMatrix matrix, IReadOnlyList<double> mix)
    {
        double[] dollars = DollarsOf(mix);
        return
        [
            .. CausedBetween(matrix, mix)
                .Select(row => row.Select((caused, from) => dollars[from] > 0 ? caused / dollars[from] : 0).ToArray()),
        ];
    }

    /// <summary>Share of what is forced at one venue that what was sold at another caused.</summary>
    /// <param name="mix">By market: the dollars sold.</param>
    /// <returns>[into][from]; rows add up to 1, or are zero where nothing is forced.</returns>
    public double[][] CausesBetweenVenues(NextGenerationMatrix matrix, IReadOnlyList<double> mix) =>
        [
            .. CausedBetween(matrix, mix)
                .Select(row => row.Select(caused => row.Sum() > 0 ? caused / row.Sum() : 0).ToArray()),
        ];

    /// <summary>By market: what a fall of its own coin sells in it, dollars for each percent.</summary>
    public IReadOnlyList<double> OwnSales(IReadOnlyList<double[][]> sales) =>
        [.. Markets.Select(market => SalesOf(sales, market, market.Coin))];

    /// <summary>By coin of the world: R of that coin alone, all venues together.</summary>
    public IReadOnlyList<double> NumbersByCoin(IReadOnlyList<double[][]> sales, BookState book)
    {
        IReadOnlyList<double> own = OwnSales(sales);
        return
        [
            .. _coins.Select(
                (terms, coin) =>
                    FallOf(terms.In(book)) * Markets.Select((market, i) => market.Coin == coin ? own[i] : 0).Sum()
            ),
        ];
    }

    private double[] DollarsOf(IReadOnlyList<double> mix) =>
        [.. Venues.Select(venue => mix.Where((_, i) => Markets[i].Venue == venue).Sum())];

    private double[][] CausedBetween(NextGenerationMatrix matrix, IReadOnlyList<double> mix)
    {
        List<int> venues = [.. Venues];
        double[][] caused = [.. venues.Select(_ => new double[venues.Count])];
        for (int into = 0; into < Markets.Count; into++)
        {
            double[] row = caused[venues.IndexOf(Markets[into].Venue)];
            for (int from = 0; from < Markets.Count; from++)
            {
                row[venues.IndexOf(Markets[from].Venue)] += matrix[into, from] * mix[from];
            }
        }

        return caused;
    }

    private double Entry(IReadOnlyList<double[][]> sales, BookState book, int into, int from, Passage passage)
    {
        (Market sold, Market cause) = (Markets[into], Markets[from]);
        double everywhere = FallOf(_coins[cause.Coin].In(book));

        // A venue may have no depth of its own, where nothing of a fall stays with it.
        double atHome = sold.Venue == cause.Venue && passage.Own > 0 ? FallOf(DepthAt(cause, book)) : 0;
        return (passage.Shared * everywhere + passage.Own * atHome) * SalesOf(sales, sold, cause.Coin)
            + everywhere * SalesOfFollowers(sales, sold, cause.Coin);
    }

    // Percent for a dollar, the mean over the stretch that sales are the mean of.
    private double FallOf(MarketDepth depth) => 1 / (depth.Makers + depth.LatentSlope * _within / 2);

    // For each percent that a coin falls: what is sold because other coins follow it.
    private double SalesOfFollowers(IReadOnlyList<double[][]> sales, Market into, int fallen)
    {
        double sum = 0;
        for (int coin = 0; coin < _coins.Length; coin++)
        {
            sum += coin == fallen ? 0 : MoveOf(coin, fallen) * SalesOf(sales, into, coin);
        }

        return sum;
    }

    // Percent that a coin falls because another fell by one.
    private double MoveOf(int coin, int fallen)
    {
        MarketParameters market = _world.Market!;
        double ofMarketCoin = fallen == MarketCoin ? 1 : market.Spillover * ShareOf(fallen) / market.Coins[fallen].Beta;
        return coin == MarketCoin ? ofMarketCoin : market.Comovement * market.Coins[coin].Beta * ofMarketCoin;
    }

    // Of the depth of all coins but the market coin, all venues together.
    private double ShareOf(int coin) => _depths[coin] / (_depths.Sum() - _depths[MarketCoin]);

    private double SalesOf(IReadOnlyList<double[][]> sales, Market into, int coin)
    {
        IReadOnlyList<ListingParameters> listings = _world.Venues[into.Venue].Listings;
        for (int fallen = 0; fallen < listings.Count; fallen++)
        {
            if (listings[fallen].Coin == coin)
            {
                return sales[into.Venue][fallen][into.Listing];
            }
        }

        return 0;
    }

    private static double DepthOf(WorldParameters world, int coin) =>
        world.Venues.SelectMany(venue => venue.Listings).Where(each => each.Coin == coin).Sum(each => each.Depth);

    private MarketDepth DepthAt(Market market, BookState book)
    {
        ListingParameters listing = _world.Venues[market.Venue].Listings[market.Listing];
        double kept = book == BookState.Calm ? 1 : _world.Market!.Makers.LeastShare;
        double latent = _world.Market!.Coins[listing.Coin].LatentDensity * listing.FlowShare;
        return MarketDepth.FromLatentDensity(listing.Depth * kept, latent);
    }

    /// <summary>A coin at a venue.</summary>
    /// <param name="Listing">Among the venue's.</param>
    internal readonly record struct Market(int Venue, int Listing, int Coin);
}
