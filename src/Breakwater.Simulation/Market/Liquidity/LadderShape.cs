using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Where the orders of a maker's ladder stand, and how much each holds: a depth curve's makers, cut into orders.</summary>
/// <remarks>
/// Each order stands for a stretch of prices twice as wide as the one before; the first stands at the best price, the others
/// in the middle of their stretch; seven reach as far as density is flat. Density is flat up to <see cref="DepthCurve.MakerReach"/> and falls
/// by e over each further one, so that a ladder that is long enough holds two reaches of it.
/// </remarks>
internal sealed class LadderShape
{
    private const double Reach = DepthCurve.MakerReach;
    private const int LevelsInReach = 7;
    private const double FirstWidth = Reach / ((1 << LevelsInReach) - 1);
    private readonly double[] _distances;
    private readonly double[] _masses;

    public LadderShape(int levels)
    {
        _distances = new double[levels];
        _masses = new double[levels];
        double near = 0;
        for (int i = 0; i < levels; i++)
        {
            double width = WidthOf(i);
            _distances[i] = i == 0 ? 0 : near + width / 2;
            _masses[i] = MassTo(near + width) - MassTo(near);
            near += width;
        }

        End = near;
    }

    public int Levels => _distances.Length;

    /// <summary>Distance at which the last stretch ends.</summary>
    public double End { get; }

    /// <summary>Of an order from the best price, in logarithms.</summary>
    public double DistanceOf(int level) => _distances[level];

    /// <summary>Dollars that an order holds, over the density at the best price.</summary>
    public double MassOf(int level) => _masses[level];

    public static double WidthOf(int level) => FirstWidth * (1 << level);

    /// <summary>How far into a ladder so much of it reaches, nearest first.</summary>
    /// <param name="mass">Dollars over the density at the best price; not negative.</param>
    public double DistanceHolding(double mass)
    {
        if (mass <= Reach)
        {
            return mass;
        }

        double left = 2 - mass / Reach;
        return left <= 0 ? End : Math.Min(Reach * (1 - PortableMath.Log(left)), End);
    }

    // Dollars up to a distance over the density at the best price.
    private static double MassTo(double distance) =>
        distance <= Reach ? distance : Reach * (2 - PortableMath.Exp(1 - distance / Reach));
}
