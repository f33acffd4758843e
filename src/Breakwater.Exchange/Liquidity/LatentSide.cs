using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Latent orders of one side by price cell: what is shown, and since when.</summary>
/// <remarks>A cell that nobody touches costs nothing: it is brought up to date when an order reaches it.</remarks>
internal sealed class LatentSide
{
    private readonly double[] _shown;
    private readonly long[] _since;
    private readonly double _density;
    private readonly double _revelation;
    private readonly int _direction;
    private long _start;

    /// <param name="direction">Of the prices at which they trade, seen from the fundamental price: −1 for bids, 1 for asks.</param>
    public LatentSide(int cells, double density, Duration revelation, int direction)
    {
        _shown = new double[cells];
        _since = new long[cells];
        _density = density;
        _revelation = revelation.Nanoseconds;
        _direction = direction;
    }

    public void Reset(Timestamp start)
    {
        _start = start.UnixNanoseconds;
        Array.Clear(_since);
    }

    /// <summary>Dollars that all latent orders of a cell come to, shown or not.</summary>
    public double Potential(double centre, double width, double fundamental) =>
        _density * Math.Max(_direction * (centre - fundamental), 0) * width;

    /// <summary>Dollars shown now in a cell.</summary>
    public double Shown(int cell, double centre, double width, double fundamental, Timestamp now)
    {
        double potential = Potential(centre, width, fundamental);
        bool untouched = _since[cell] == 0;
        double before = untouched ? Potential(centre, width, 0) : _shown[cell];
        double age = now.UnixNanoseconds - (untouched ? _start : _since[cell]);
        return potential + (before - potential) * PortableMath.Exp(-age / _revelation);
    }

    public void Set(int cell, double dollars, Timestamp now)
    {
        _shown[cell] = dollars;
        _since[cell] = now.UnixNanoseconds;
    }
}
