using Breakwater.Indicators;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>The next-generation matrix of a market's venues and coins.</summary>
/// <remarks>
/// <c>K(i, j)</c>: dollars sold on market i because of a dollar sold on market j, where a market is a coin at a venue. A dollar
/// moves the coin's price at all venues by <c>1 ÷ D</c>, D being the depth of them all: arbitrage is whole. Where it is cut, it moves
/// its own venue's price alone, by <c>1 ÷ D</c> of that venue. Coins carry each other along as people
/// trade them together. docs/models/cascade.md.
/// </remarks>
internal sealed class Infection
{
    private const int MarketCoin = 0;

    private readonly WorldParameters _world;
    private readonly CoinTerms[] _coins;
    private readonly double _within;

    public Infection(WorldParameters world, double within)
    {
        (_world, _within) = (world, within);
        _coins = [.. CoinTerms.Of(world)];
        Markets =
        [
            .. world.Venues.SelectMany(
                (venue, number) =>
                    venue.IsSpot ? [] : venue.Listings.Select((listing, i) => new Market(number, i, listing.Coin))
            ),
        ];
    }

    public IReadOnlyList<Market> Markets { get; }

    /// <param name="sales">By venue: dollars for each percent, [fallen listing][sold listing].</param>
    public NextGenerationMatrix Whole(IReadOnlyList<double[][]> sales, BookState book) =>
        MatrixOf((into, from) => FallOf(_coins[from.Coin].In(book)) * SalesAfter(sales, into, from.Coin));

    /// <summary>The same where no arbitrage carries a fall from one venue to another.</summary>
    public NextGenerationMatrix Cut(IReadOnlyList<double[][]> sales, BookState book) =>
        MatrixOf(
            (into, from) =>
                into.Venue == from.Venue ? FallOf(DepthAt(from, book)) * SalesAfter(sales, into, from.Coin) : 0
        );

    /// <summary>Dollars sold at one venue because of a dollar sold at another.</summary>
    /// <param name="mix">By market: what a dollar at a venue is made of is in proportion.</param>
    /// <returns>[into][from], by perpetual venue in the world's order; zero from a venue where nothing is sold.</returns>
    public double[][] BetweenVenues(NextGenerationMatrix matrix, IReadOnlyList<double> mix)
    {
        int[] venues = [.. Markets.Select(market => market.Venue).Distinct()];
        return [.. venues.Select(into => venues.Select(from => Between(matrix, mix, into, from)).ToArray())];
    }

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

    private double Between(NextGenerationMatrix matrix, IReadOnlyList<double> mix, int into, int from)
    {
        double caused = 0;
        double cause = 0;
        for (int j = 0; j < Markets.Count; j++)
        {
            if (Markets[j].Venue != from)
            {
                continue;
            }

            cause += mix[j];
            for (int i = 0; i < Markets.Count; i++)
            {
                caused += Markets[i].Venue == into ? matrix[i, j] * mix[j] : 0;
            }
        }

        return cause > 0 ? caused / cause : 0;
    }

    private NextGenerationMatrix MatrixOf(Func<Market, Market, double> entry)
    {
        var entries = new double[Markets.Count * Markets.Count];
        for (int i = 0; i < Markets.Count; i++)
        {
            for (int j = 0; j < Markets.Count; j++)
            {
                entries[i * Markets.Count + j] = entry(Markets[i], Markets[j]);
            }
        }

        return new NextGenerationMatrix(Markets.Count, entries);
    }

    // Percent for a dollar, the mean over the stretch that sales are the mean of.
    private double FallOf(MarketDepth depth) => 1 / (depth.Makers + depth.LatentSlope * _within / 2);

    // With what is sold because other coins follow.
    private double SalesAfter(IReadOnlyList<double[][]> sales, Market into, int fallen)
    {
        double sum = 0;
        for (int coin = 0; coin < _coins.Length; coin++)
        {
            sum += MoveOf(coin, fallen, into.Venue) * SalesOf(sales, into, coin);
        }

        return sum;
    }

    // Percent that a coin falls at a venue because another fell by one.
    private double MoveOf(int coin, int fallen, int venue)
    {
        if (coin == fallen)
        {
            return 1;
        }

        MarketParameters market = _world.Market!;
        double ofMarketCoin =
            fallen == MarketCoin ? 1 : market.Spillover * ShareOf(fallen, venue) / market.Coins[fallen].Beta;
        return coin == MarketCoin ? ofMarketCoin : market.Comovement * market.Coins[coin].Beta * ofMarketCoin;
    }

    // Of the depth of all coins but the market coin.
    private double ShareOf(int coin, int venue)
    {
        IReadOnlyList<ListingParameters> listings = _world.Venues[venue].Listings;
        double all = listings.Sum(listing => listing.Coin == MarketCoin ? 0 : listing.Depth);
        double own = listings.Sum(listing => listing.Coin == coin ? listing.Depth : 0);
        return all > 0 ? own / all : 0;
    }

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
