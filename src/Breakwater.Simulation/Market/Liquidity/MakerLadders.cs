using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>All makers of a book: where they think the price is, and the orders that they keep around it.</summary>
/// <remarks>
/// Makers have no opinion on what a coin is worth. They learn from what is taken from them: so far as an order reached into
/// their ladders, so far they move. They see it a latency later; until then their old quotes stand. docs/models/liquidity.md.
/// </remarks>
internal sealed class MakerLadders(Listed listed, LadderShape shape, Duration refill)
{
    private readonly List<MakerOfBook> _makers = [];
    private readonly LadderLevels _bids = new(shape, listed, Side.Buy);
    private readonly LadderLevels _asks = new(shape, listed, Side.Sell);
    private double _spread;
    private double _bidDensity;
    private double _askDensity;
    private Timestamp _now;
    private long _bestBid;
    private int _turn;

    /// <summary>Logarithm of the price that quotes stand around.</summary>
    public double Reference { get; private set; }

    /// <summary>Where they will stand once makers have seen the last trades.</summary>
    public double ReferenceToCome
    {
        get
        {
            double bought = 0;
            double sold = 0;
            foreach (MakerOfBook maker in _makers)
            {
                (long bids, long asks) = maker.Open;
                bought += maker.Bids.Lots - bids;
                sold += maker.Asks.Lots - asks;
            }

            return Moved(bought, sold);
        }
    }

    /// <summary>By maker, as last collected.</summary>
    public long[] Fills { get; private set; } = [];

    public void Admit(AccountId maker)
    {
        _makers.Add(new MakerOfBook(listed, maker, shape.Levels));
        Fills = new long[_makers.Count];
    }

    public void Reset(Timestamp start)
    {
        (Reference, _spread, _bidDensity, _askDensity) = (0, 0, 0, 0);
        (_now, _bestBid, _turn) = (start, 0, 0);
        foreach (MakerOfBook maker in _makers)
        {
            maker.Reset();
        }
    }

    /// <summary>Dollars per unit of logarithmic price that an order meets.</summary>
    public double QuotedAgainst(Side order)
    {
        long lots = 0;
        foreach (MakerOfBook maker in _makers)
        {
            (long bids, long asks) = maker.Open;
            lots += order == Side.Sell ? bids : asks;
        }

        return DollarsOf(lots) / (2 * DepthCurve.MakerReach);
    }

    public void Quote(Timestamp now, ReadOnlySpan<MakerQuote> quotes, double spread, (double Low, double High) free)
    {
        Notice(now);
        _spread = spread;
        for (int i = 0; i < _makers.Count; i++)
        {
            _makers[i].Wanted = quotes[i];
        }

        Follow(now, free);
    }

    /// <summary>Quotes as before, about where the price is now, if anything was taken.</summary>
    /// <returns>Whether anything was.</returns>
    public bool TryNoticeTrades(Timestamp now)
    {
        foreach (MakerOfBook maker in _makers)
        {
            (long bids, long asks) = maker.Open;
            if (bids != maker.Bids.Lots || asks != maker.Asks.Lots)
            {
                Notice(now);
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves every ladder to where it belongs.</summary>
    /// <param name="free">Best bid and ask of others, in logarithms, which quotes do not cross.</param>
    public void Follow(Timestamp now, (double Low, double High) free)
    {
        Reference = Within(Reference, free.Low + _spread / 2, free.High - _spread / 2);
        _bids.Move(Reference - _spread / 2);
        _asks.Move(Reference + _spread / 2);
        (_bidDensity, _askDensity) = (0, 0);

        // Who has to retreat goes first, so that nobody crosses whom it makes room for.
        bool bidsFirst = _bids.TicksOf(0) <= _bestBid;
        _bestBid = _bids.TicksOf(0);
        FollowSide(now, bidsFirst ? Side.Buy : Side.Sell);
        FollowSide(now, bidsFirst ? Side.Sell : Side.Buy);
        _turn++;
    }

    public void Withdraw(Timestamp now, int maker, Side order)
    {
        Notice(now);
        (order == Side.Sell ? _makers[maker].Bids : _makers[maker].Asks).Withdraw(now);
    }

    public void CollectFills(Timestamp now)
    {
        Notice(now);
        for (int i = 0; i < Fills.Length; i++)
        {
            Fills[i] = _makers[i].Fills;
            _makers[i].Fills = 0;
        }
    }

    private void Notice(Timestamp now)
    {
        double left = PortableMath.Exp(-(now - _now).Nanoseconds / (double)refill.Nanoseconds);
        _now = now;
        double bought = 0;
        double sold = 0;
        foreach (MakerOfBook maker in _makers)
        {
            (long bids, long asks) = maker.Notice();
            PutBack(maker.Bids, left, bids, maker.Wanted.BidDepth);
            PutBack(maker.Asks, left, asks, maker.Wanted.AskDepth);
            bought += bids;
            sold += asks;
        }

        Reference = Moved(bought, sold);
    }

    private double Moved(double bought, double sold)
    {
        double down = Reached(bought, _bidDensity);
        double up = Reached(sold, _askDensity);
        return down < shape.End && up < shape.End
            ? Reference - down + up
            : listed.LogarithmOf(listed.DollarsOf(listed.Book.LastTrade.Ticks));
    }

    // How far into all ladders of a side an order reached. Where one was taken whole, only the last trade says.
    private double Reached(double lots, double density) =>
        lots > 0 && density > 0 ? shape.DistanceHolding(DollarsOf(lots) / density) : 0;

    private double DollarsOf(double lots)
    {
        double price = listed.PriceOf(Reference);
        return listed.Lots.CoinsOf(lots, price) * price;
    }

    private static double Within(double value, double low, double high) =>
        low <= high ? Math.Clamp(value, low, high) : (low + high) / 2;

    private void PutBack(Ladder ladder, double left, long taken, double depth)
    {
        ladder.PutBack(left);
        if (taken > 0 && depth > 0)
        {
            ladder.Use(DollarsOf(taken) / (2 * depth));
        }
    }

    // In turn, so that nobody is first in the queue for ever.
    private void FollowSide(Timestamp now, Side side)
    {
        for (int i = 0; i < _makers.Count; i++)
        {
            MakerOfBook maker = _makers[(_turn + i) % _makers.Count];
            bool bids = side == Side.Buy;
            Ladder ladder = bids ? maker.Bids : maker.Asks;
            double depth = bids ? maker.Wanted.BidDepth : maker.Wanted.AskDepth;
            double density = depth / DepthCurve.MakerReach * (1 - ladder.Used);
            ladder.Follow(now, bids ? _bids : _asks, density);
            (bids ? ref _bidDensity : ref _askDensity) += density;
        }
    }
}
