using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Where one side's orders belong now: the same prices for all makers of a place.</summary>
internal sealed class LadderLevels(LadderShape shape, Listed listed, Side side)
{
    // An order stays where it is while it is off by no more than this share of the stretch that it stands for; the best one moves.
    private const double Slack = 0.25;

    private readonly double[] _lotsOfDensity = new double[shape.Levels];
    private readonly long[] _ticks = new long[shape.Levels];
    private readonly long[] _slack = new long[shape.Levels];
    private double _best = double.NaN;

    public int Count => _ticks.Length;

    /// <param name="best">Logarithm of the best price.</param>
    public void Move(double best)
    {
        if (best == _best)
        {
            return;
        }

        _best = best;
        int direction = side == Side.Buy ? -1 : 1;
        for (int i = 0; i < _ticks.Length; i++)
        {
            double price = listed.PriceOf(best + direction * shape.DistanceOf(i));
            _ticks[i] = listed.TicksAt(price, side);
            _slack[i] = i == 0 ? 0 : (long)(_ticks[i] * LadderShape.WidthOf(i) * Slack);
            _lotsOfDensity[i] = listed.Lots.LotsForDollars(shape.MassOf(i), price);
        }
    }

    public long TicksOf(int level) => _ticks[level];

    public bool IsNear(int level, long ticks) => Math.Abs(ticks - _ticks[level]) <= _slack[level];

    /// <param name="density">Dollars per unit of logarithmic price at the best price.</param>
    public long LotsOf(int level, double density) => (long)(_lotsOfDensity[level] * density);
}
