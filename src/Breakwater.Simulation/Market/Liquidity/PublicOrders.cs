using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Latent traders at a book: what they have revealed rests in it, near the market, as orders of the outside account.</summary>
internal sealed class PublicOrders
{
    private readonly Listed _listed;
    private readonly CurveParameters _parameters;
    private readonly int _cells;
    private readonly PublicSide _bids;
    private readonly PublicSide _asks;
    private double _fundamental;
    private double _lagging;
    private Timestamp _now;

    /// <param name="reach">Distance from the market up to which orders rest.</param>
    public PublicOrders(Listed listed, CurveParameters parameters, double reach)
    {
        (_listed, _parameters) = (listed, parameters);
        _cells = Math.Max((int)(reach / PriceCells.Width), 1);
        double[] prices =
        [
            .. Enumerable.Range(0, PriceCells.Count).Select(cell => listed.PriceOf(PriceCells.CentreOf(cell))),
        ];
        _bids = new PublicSide(listed, Side.Buy, parameters, prices);
        _asks = new PublicSide(listed, Side.Sell, parameters, prices);
    }

    /// <summary>Logarithms of its best bid and ask.</summary>
    public (double Bid, double Ask) Best => (_bids.Best, _asks.Best);

    public void MoveFundamental(double logarithm) => _fundamental = logarithm;

    public void Reset(Timestamp start)
    {
        (_fundamental, _lagging, _now) = (0, 0, start);
        _bids.Reset();
        _asks.Reset();
    }

    /// <param name="bid">Logarithm of the market's best bid, and of its best ask.</param>
    public void AdvanceTo(Timestamp now, double bid, double ask)
    {
        _lagging += (_fundamental - _lagging) * Revealed(now - _now);
        _now = now;
        (Quantity buys, Quantity sells) = _listed.Venue.OpenOrdersOf(Venue.Outside, _listed.Id);
        _bids.Refresh(now, _lagging, bid, _cells, buys.Lots, BestTicks(Side.Sell));
        _asks.Refresh(now, _lagging, ask, _cells, sells.Lots, BestTicks(Side.Buy));
    }

    /// <summary>Dollars that those on the wrong side of the price buy at once; negative when they sell.</summary>
    public double Flow(Duration elapsed, double middle)
    {
        double gap = _fundamental - middle;
        return Math.Sign(gap) * _parameters.LatentDensity * gap * gap / 2 * Revealed(elapsed);
    }

    private double Revealed(Duration elapsed) =>
        1 - PortableMath.Exp(-elapsed.Nanoseconds / (double)_parameters.Revelation.Nanoseconds);

    private long BestTicks(Side side) => _listed.Book.BestPrice(side).Ticks;
}
