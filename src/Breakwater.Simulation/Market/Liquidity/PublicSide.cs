using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What the public has revealed on one side of a book: an order in each price cell near the market.</summary>
internal sealed class PublicSide
{
    // An order stays as it is while its size is off by no more than this share.
    private const double Slack = 0.1;

    // Whole lots by which a leeway keeps clear of where the slack ends.
    private const double Clearance = 2;

    private readonly Listed _listed;
    private readonly Side _side;
    private readonly LatentSide _latent;
    private readonly double[] _priceOfCell;

    // Dollars in a cell per unit of distance from the fundamental price.
    private readonly double _density;
    private readonly RestingOrder[] _orders = new RestingOrder[PriceCells.Count];

    // By cell, since its order was last looked at.
    private readonly Leeway[] _leeways = new Leeway[PriceCells.Count];

    // From the market outwards.
    private readonly int _outwards;

    private long _lots;
    private int _front;
    private int? _edge;

    /// <param name="priceOfCell">Dollars.</param>
    public PublicSide(Listed listed, Side side, CurveParameters parameters, double[] priceOfCell)
    {
        (_listed, _side, _priceOfCell) = (listed, side, priceOfCell);
        _outwards = side == Side.Buy ? -1 : 1;
        _density = parameters.LatentDensity * PriceCells.Width;
        _latent = new LatentSide(PriceCells.Count, parameters.LatentDensity, parameters.Revelation, _outwards);
    }

    /// <summary>Logarithm of its best price; infinite where nothing rests.</summary>
    public double Best =>
        IsCell(_front) && _orders[_front].Rests
            ? _listed.LogarithmOf(_listed.DollarsOf(_orders[_front].Ticks))
            : _outwards * double.PositiveInfinity;

    public void Reset()
    {
        _latent.Reset();
        Array.Clear(_orders);
        Array.Clear(_leeways);
        (_lots, _front, _edge) = (0, -1, null);
    }

    /// <summary>Remembers what traded, and brings orders up to what is revealed by now.</summary>
    /// <param name="lagging">The fundamental price as it has been taken in.</param>
    /// <param name="best">Logarithm of the market's best price on this side: nearer to the middle nobody rests.</param>
    /// <param name="open">Lots of this side's orders that are open still.</param>
    /// <param name="opposite">Ticks of the best price on the other side; 0 for none.</param>
    public void Refresh(Timestamp now, double lagging, double best, int cells, long open, long opposite)
    {
        Notice(now, lagging, open);
        int edge = EdgeAt(best);
        Uncover(now, lagging, edge);
        for (int i = 0, cell = edge; i < cells && IsCell(cell); i++, cell += _outwards)
        {
            Show(now, lagging, cell, opposite);
        }

        FindFront(edge);
    }

    // The cell nearest to the market whose middle lies beyond its best price.
    private int EdgeAt(double best)
    {
        double shifted = best - PriceCells.Width / 2;
        return _side == Side.Buy ? PriceCells.Below(shifted) : PriceCells.At(shifted) + 1;
    }

    private void Notice(Timestamp now, double lagging, long open)
    {
        long left = _lots - open;
        for (int cell = _front; left > 0 && IsCell(cell); cell += _outwards)
        {
            long taken = _orders[cell].Rests ? _orders[cell].Notice(_listed) : 0;
            if (taken > 0)
            {
                double dollars = _listed.Lots.CoinsOf(taken, _priceOfCell[cell]) * _priceOfCell[cell];
                Reveal(now, lagging, cell, Math.Max(ShownIn(now, lagging, cell) - dollars, 0));
                left -= taken;
            }
        }

        _lots = open;
    }

    // Where the market comes back from has been swept: people there have yet to show themselves.
    private void Uncover(Timestamp now, double lagging, int edge)
    {
        for (int cell = _edge ?? edge; cell != edge && (edge - cell) * _outwards < 0; )
        {
            cell -= _outwards;
            if (IsCell(cell) && !_orders[cell].Rests)
            {
                Reveal(now, lagging, cell, 0);
            }
        }

        _edge = edge;
    }

    private void Show(Timestamp now, double lagging, int cell, long opposite)
    {
        if (!_leeways[cell].Covers(lagging))
        {
            double undisturbed = _latent.Undisturbed(PriceCells.CentreOf(cell), PriceCells.Width, lagging);
            double disturbance = _latent.DisturbanceIn(cell, now);
            Show(now, cell, Math.Max(undisturbed + disturbance, 0), opposite);
            _leeways[cell] = LeewayOf(cell, disturbance);
        }
    }

    private void Show(Timestamp now, int cell, double dollars, long opposite)
    {
        ref RestingOrder order = ref _orders[cell];
        long lots = _listed.LotsFor(dollars, _priceOfCell[cell]);
        if (Math.Abs(lots - order.Lots) <= Slack * lots || (lots == 0 && !order.Rests))
        {
            return;
        }

        _lots -= order.Lots;
        long ticks = _listed.TicksAt(_priceOfCell[cell], _side);
        if (lots == 0)
        {
            order.Cancel(_listed, now, Venue.Outside);
        }
        else if (opposite == 0 || (ticks - opposite) * _outwards > 0)
        {
            order.Move(_listed, now, Venue.Outside, _side, ticks, lots);
        }

        _lots += order.Lots;
    }

    private Leeway LeewayOf(int cell, double disturbance)
    {
        double dollarsPerLot = _listed.Lots.DollarsPerLot(_priceOfCell[cell]);
        double least = _orders[cell].Lots / (1 + Slack) + Clearance;
        double most = _orders[cell].Lots / (1 - Slack) - Clearance;
        return Leeway.While(
            PriceCells.CentreOf(cell),
            _outwards,
            (least * dollarsPerLot, most * dollarsPerLot),
            disturbance,
            _density
        );
    }

    // Orders nearer than the edge may be left where the market has drawn away from them.
    private void FindFront(int edge)
    {
        int cell = IsCell(_front) && (edge - _front) * _outwards > 0 ? _front : edge;
        while (IsCell(cell) && !_orders[cell].Rests)
        {
            cell += _outwards;
        }

        _front = cell;
    }

    private void Reveal(Timestamp now, double lagging, int cell, double dollars)
    {
        _latent.Set(cell, PriceCells.CentreOf(cell), PriceCells.Width, lagging, dollars, now);
        _leeways[cell] = default;
    }

    private double ShownIn(Timestamp now, double lagging, int cell) =>
        _latent.Shown(cell, PriceCells.CentreOf(cell), PriceCells.Width, lagging, now);

    private static bool IsCell(int cell) => cell is >= 0 and < PriceCells.Count;
}
