using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Matching;

namespace Breakwater.Simulation;

/// <summary>The venue's own order book: makers' ladders and the public's revealed orders rest in it, and whoever trades meets that queue.</summary>
internal sealed class BookLiquidity : IMarketLiquidity
{
    private const int LevelsAtOnce = 128;

    private readonly Listed _listed;
    private readonly MakerLadders _makers;
    private readonly PublicOrders _public;
    private readonly DepthLevel[] _levels = new DepthLevel[LevelsAtOnce];
    private (long Bid, long Ask) _seen;
    private (double Middle, double Price) _last;
    private double _spread;

    public BookLiquidity(Listed listed, CurveParameters parameters, BookParameters books)
    {
        _listed = listed;
        _makers = new MakerLadders(listed, new LadderShape(books.Levels), parameters.Refill);
        _public = new PublicOrders(listed, parameters, books.PublicReach);
    }

    public double PriceAtStart => _listed.PriceAtStart;

    public double Middle => Look().Middle;

    public double Price => Look().Price;

    public double MiddleToCome => _makers.ReferenceToCome;

    /// <summary>As last seen where a side is empty.</summary>
    public double Spread
    {
        get
        {
            Look();
            return _spread;
        }
    }

    public double PriceOf(double logarithm) => _listed.PriceOf(logarithm);

    public double QuotedAgainst(Side side) => _makers.QuotedAgainst(side);

    public void DepthsWithin(Side side, ReadOnlySpan<double> distances, Span<double> dollars)
    {
        Side resting = side == Side.Sell ? Side.Buy : Side.Sell;
        OrderBook book = _listed.Book;
        double best = _listed.DollarsOf(book.BestPrice(resting).Ticks);
        int count = book.CopyDepth(resting, WorstWithin(side, best, distances[^1]), _levels);
        int level = 0;
        double sum = 0;
        for (int i = 0; i < distances.Length; i++)
        {
            Price worst = WorstWithin(side, best, distances[i]);
            for (; level < count && IsWithin(side, _levels[level].Price, worst); level++)
            {
                sum += _listed.Lots.DollarsOf(
                    _levels[level].Quantity.Lots,
                    _listed.DollarsOf(_levels[level].Price.Ticks)
                );
            }

            dollars[i] = sum;
        }
    }

    public double LatentFlow(Duration elapsed) => _public.Flow(elapsed, Middle);

    public void MoveFundamental(double logarithm) => _public.MoveFundamental(logarithm);

    public void Admit(Timestamp now, AccountId maker, Leverage leverage)
    {
        Rejection answer = _listed.Venue.SetLeverage(now, _listed.Id, maker, leverage);
        Invariant.Holds(answer == Rejection.None, "a firm may use its leverage");
        _makers.Admit(maker);
    }

    public void Reset(Timestamp start)
    {
        (_seen, _last, _spread) = (default, (0, PriceAtStart), 0);
        _makers.Reset(start);
        _public.Reset(start);
    }

    public void AdvanceTo(Timestamp now)
    {
        double half = Spread / 2;
        double middle = Middle;
        _public.AdvanceTo(now, middle - half, middle + half);
    }

    public void Quote(Timestamp now, ReadOnlySpan<MakerQuote> quotes, double spread) =>
        _makers.Quote(now, quotes, spread, _public.Best);

    /// <summary>Makers who were traded with since they last quoted quote anew.</summary>
    public void QuoteAfterTrades(Timestamp now)
    {
        if (_makers.TryNoticeTrades(now))
        {
            _makers.Follow(now, _public.Best);
        }
    }

    public void Withdraw(Timestamp now, int maker, Side order) => _makers.Withdraw(now, maker, order);

    public ReadOnlySpan<long> CollectFills(Timestamp now)
    {
        _makers.CollectFills(now);
        return _makers.Fills;
    }

    public void Trade(Timestamp now, Side side, double lots, double worst)
    {
        long whole = (long)Math.Min(Math.Round(lots), BookRules.HighestQuantity);
        if (whole > 0)
        {
            var limit = Domain.Price.FromTicks(_listed.TicksAt(PriceOf(worst), side));
            NewOrder order = NewOrder
                .Limit(Venue.Outside.Index, side, limit, Quantity.FromLots(whole))
                .ImmediateOrCancel();
            _listed.Venue.Submit(now, _listed.Id, order);
        }
    }

    private Price WorstWithin(Side side, double best, double distance)
    {
        double farthest = best * PortableMath.Exp(side == Side.Sell ? -distance : distance);
        return Domain.Price.FromTicks(_listed.TicksAt(farthest, side));
    }

    private static bool IsWithin(Side side, Price price, Price worst) =>
        side == Side.Sell ? price >= worst : price <= worst;

    // Where a side is empty, the last trade stands for the middle.
    private (double Middle, double Price) Look()
    {
        OrderBook book = _listed.Book;
        (long Bid, long Ask) best = (book.BestPrice(Side.Buy).Ticks, book.BestPrice(Side.Sell).Ticks);
        bool isWhole = best is { Bid: > 0, Ask: > 0 };
        (long Bid, long Ask) seen = isWhole ? best : (book.LastTrade.Ticks, book.LastTrade.Ticks);
        if (seen != _seen && seen.Bid > 0)
        {
            double price = _listed.DollarsOf(seen.Bid + seen.Ask) / 2;
            _last = (_listed.LogarithmOf(price), price);
            _spread = isWhole ? _listed.DollarsOf(seen.Ask - seen.Bid) / price : _spread;
            _seen = seen;
        }

        return _last;
    }
}
