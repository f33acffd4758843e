using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>A depth curve: makers quote it together, each has an equal share of what it trades, and quotes follow at once.</summary>
internal sealed class CurveLiquidity(Venue venue, Instrument instrument, DepthCurve curve) : IMarketLiquidity
{
    private readonly List<MakerOfCurve> _makers = [];
    private long[] _fills = [];
    private (double Middle, double Price) _last = (double.NaN, 0);

    public double PriceAtStart => curve.PriceAtStart;

    public double Middle => curve.Middle;

    public double Price
    {
        get
        {
            if (_last.Middle != curve.Middle)
            {
                _last = (curve.Middle, curve.PriceOf(curve.Middle));
            }

            return _last.Price;
        }
    }

    public double MiddleToCome => curve.Middle;

    public double Spread => curve.Spread;

    public double PriceOf(double logarithm) => curve.PriceOf(logarithm);

    public double QuotedAgainst(Side side) => curve.QuotedAgainst(side);

    public void DepthsWithin(Side side, ReadOnlySpan<double> distances, Span<double> dollars) =>
        curve.DepthsWithin(side, distances, dollars);

    public double LatentFlow(Duration elapsed) => curve.LatentFlow(elapsed);

    public void MoveFundamental(double logarithm) => curve.MoveFundamental(logarithm);

    public void Admit(Timestamp now, AccountId maker, Leverage leverage)
    {
        _makers.Add(new MakerOfCurve(venue, instrument, maker, leverage));
        _fills = new long[_makers.Count];
    }

    public void Reset(Timestamp start)
    {
        curve.Reset(start);
        foreach (MakerOfCurve maker in _makers)
        {
            maker.Reset();
        }
    }

    public void AdvanceTo(Timestamp now) => curve.AdvanceTo(now);

    public void Quote(Timestamp now, ReadOnlySpan<MakerQuote> quotes, double spread)
    {
        double bids = 0;
        double asks = 0;
        foreach (MakerQuote quote in quotes)
        {
            bids += quote.BidDepth;
            asks += quote.AskDepth;
        }

        curve.Quote(bids, asks, spread);
    }

    public void Withdraw(Timestamp now, int maker, Side order)
    {
        // What a maker takes of its own share of the curve, it books on both sides.
    }

    public ReadOnlySpan<long> CollectFills(Timestamp now)
    {
        (MakerFlow bought, MakerFlow sold) = curve.CollectMakers();
        for (int i = 0; i < _fills.Length; i++)
        {
            MakerOfCurve maker = _makers[i];
            _fills[i] = maker.Book(now, Side.Buy, bought, _fills.Length);
            _fills[i] -= maker.Book(now, Side.Sell, sold, _fills.Length);
        }

        return _fills;
    }

    public void Trade(Timestamp now, Side side, double lots, double worst) => curve.Take(side, lots, worst);
}
