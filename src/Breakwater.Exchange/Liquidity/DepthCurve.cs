using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One instrument's liquidity as a function: what an order of a size moves the price by, and how it grows back.</summary>
/// <remarks>
/// Prices are natural logarithms of price over the price at the start. Two layers stand on each side of the middle:
/// <code>
///   makers   density flat up to 1 % from the middle, falling off beyond it; a share of it is used up by each order and
///            refills within seconds; the ladder moves with the middle
///   latent   people who would buy below what the coin is worth to them: density linear in the distance from the
///            fundamental price, revealed within minutes, bound to its price
/// </code>
/// An order asks for so many coins, one of inverse contracts for so many dollars. A model: docs/models/liquidity.md. Floating point decides the price of a fill and is rounded to a tick against the order;
/// no balance is a float.
/// </remarks>
public sealed partial class DepthCurve
{
    /// <summary>Distance up to which makers' density is flat, and over which it falls by e beyond.</summary>
    public const double MakerReach = 0.01;

    private const double CellWidth = PriceCells.Width;
    private const int Cells = PriceCells.Count;

    private readonly double _latentDensity;
    private readonly bool _countsDollars;
    private readonly double _dollarsPerLot;
    private readonly double _tick;
    private readonly double[] _priceOfCell;
    private readonly LatentSide _bids;
    private readonly LatentSide _asks;
    private readonly Decay _unfilled;
    private readonly Decay _unrevealed;
    private double _bidUsed;
    private double _askUsed;
    private double _makerBidDensity;
    private double _makerAskDensity;
    private MakerFlow _makersBought;
    private MakerFlow _makersSold;
    private double _lagging;
    private Timestamp _now;

    /// <param name="instrument">Whose ticks and lots the fills have.</param>
    /// <param name="price">At the start; where the curve's logarithms are zero.</param>
    public DepthCurve(Instrument instrument, double price, CurveParameters parameters)
    {
        _latentDensity = parameters.LatentDensity;
        PriceAtStart = price;
        _countsDollars = instrument.Kind == ContractKind.Inverse;
        _dollarsPerLot = _countsDollars ? (double)instrument.LotSize : (double)instrument.LotSize * price;
        _tick = (double)instrument.TickSize;
        _priceOfCell = new double[Cells];
        for (int cell = 0; cell < Cells; cell++)
        {
            _priceOfCell[cell] = PortableMath.Exp(CentreOf(cell));
        }

        _unfilled = new Decay(parameters.Refill);
        _unrevealed = new Decay(parameters.Revelation);
        _bids = new LatentSide(Cells, parameters.LatentDensity, parameters.Revelation, direction: -1);
        _asks = new LatentSide(Cells, parameters.LatentDensity, parameters.Revelation, direction: 1);
    }

    public double PriceAtStart { get; }

    /// <summary>Logarithm of the middle between bids and asks.</summary>
    public double Middle { get; private set; }

    /// <summary>Best ask less best bid, as a share of the middle.</summary>
    public double Spread { get; private set; }

    /// <summary>Dollars per unit of logarithmic price that makers quote now, the mean of both sides.</summary>
    public double QuotedDensity => (QuotedAgainst(Side.Sell) + QuotedAgainst(Side.Buy)) / 2;

    /// <summary>The same on the side that an order meets.</summary>
    public double QuotedAgainst(Side side) =>
        side == Side.Sell ? _makerBidDensity * (1 - _bidUsed) : _makerAskDensity * (1 - _askUsed);

    /// <summary>Logarithm of what the coin is worth to those who are not in the book.</summary>
    public double Fundamental { get; private set; }

    /// <summary>Orders find what they would find and leave everything as it was.</summary>
    public bool IsFrozen { get; set; }

    public double PriceOf(double logarithm) => PriceAtStart * PortableMath.Exp(logarithm);

    /// <summary>Back to the start: every latent order revealed, nothing used up.</summary>
    public void Reset(Timestamp start)
    {
        _now = start;
        (Middle, Fundamental, _lagging, Spread) = (0, 0, 0, 0);
        (_bidUsed, _askUsed) = (0, 0);
        (_makersBought, _makersSold) = (default, default);
        _bids.Reset();
        _asks.Reset();
    }

    /// <summary>Lets used liquidity grow back, and people take in what the coin is worth, up to a time.</summary>
    public void AdvanceTo(Timestamp now)
    {
        Duration elapsed = now - _now;
        double left = _unfilled.After(elapsed);
        _lagging += (Fundamental - _lagging) * (1 - _unrevealed.After(elapsed));
        _bidUsed *= left;
        _askUsed *= left;
        _now = now;
    }

    /// <summary>Makers' quotes: dollars within <see cref="MakerReach"/> of the middle on each side, and the spread.</summary>
    public void Quote(double bidDepth, double askDepth, double spread)
    {
        _makerBidDensity = bidDepth / MakerReach;
        _makerAskDensity = askDepth / MakerReach;
        Spread = spread;
    }

    public void MoveFundamental(double logarithm) => Fundamental = logarithm;

    /// <summary>Dollars per unit of time that latent traders on the wrong side of the price buy at once; negative when they sell.</summary>
    /// <param name="elapsed">Over which they show themselves.</param>
    public double LatentFlow(Duration elapsed)
    {
        double gap = Fundamental - Middle;
        double shown = 1 - _unrevealed.After(elapsed);
        return Math.Sign(gap) * _latentDensity * gap * gap / 2 * shown;
    }

    /// <summary>Dollars that an order would have to trade to move the price by a distance; at what is there now.</summary>
    /// <param name="distance">Positive, in logarithms.</param>
    public double DepthWithin(Side side, double distance)
    {
        double dollars = 0;
        DepthsWithin(side, new ReadOnlySpan<double>(in distance), new Span<double>(ref dollars));
        return dollars;
    }

    /// <summary>The same for several distances, in one walk.</summary>
    /// <param name="distances">Positive, in logarithms, rising.</param>
    /// <param name="dollars">By distance.</param>
    public void DepthsWithin(Side side, ReadOnlySpan<double> distances, Span<double> dollars)
    {
        Walk walk = BeginWalk(side);
        double passed = 0;
        int next = 0;
        while (walk.CanGoOn)
        {
            double shown = ShownAt(side, walk);
            for (; next < distances.Length && distances[next] - walk.Distance <= walk.WidthLeft; next++)
            {
                dollars[next] = passed + CapacityOf(side, walk, shown, distances[next] - walk.Distance);
            }

            if (next == distances.Length)
            {
                return;
            }

            passed += CapacityOf(side, walk, shown, walk.WidthLeft);
            walk.Advance(walk.WidthLeft);
        }

        dollars[next..].Fill(passed);
    }

    /// <summary>What makers bought and sold since this was last asked.</summary>
    public (MakerFlow Bought, MakerFlow Sold) CollectMakers()
    {
        (MakerFlow, MakerFlow) flows = (_makersBought, _makersSold);
        (_makersBought, _makersSold) = (default, default);
        return flows;
    }

    private static double CentreOf(int cell) => PriceCells.CentreOf(cell);
}
