using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Latent orders of one side by price cell: how far what is shown is from what would be, had nobody traded.</summary>
/// <remarks>
/// What is shown runs after what people hold ready with one time constant, so that a cell is its undisturbed value, of a
/// fundamental price that lags by that constant, plus a disturbance that dies out. A cell that nobody touches costs nothing.
/// </remarks>
public sealed class LatentSide
{
    private readonly Cell[] _cells;
    private readonly double _density;
    private readonly Decay _unrevealed;
    private readonly int _direction;

    /// <param name="direction">Of the prices at which they trade, seen from the fundamental price: −1 for bids, 1 for asks.</param>
    public LatentSide(int cells, double density, Duration revelation, int direction)
    {
        _cells = new Cell[cells];
        _density = density;
        _unrevealed = new Decay(revelation);
        _direction = direction;
    }

    public void Reset() => Array.Clear(_cells);

    /// <summary>Dollars shown now in a cell.</summary>
    /// <param name="lagging">The fundamental price as it has been taken in.</param>
    public double Shown(int cell, double centre, double width, double lagging, Timestamp now) =>
        Math.Max(Undisturbed(centre, width, lagging) + DisturbanceIn(cell, now), 0);

    /// <summary>Dollars that are shown now beyond what would be, had nobody traded; the nearer to zero, the longer nobody does.</summary>
    public double DisturbanceIn(int cell, Timestamp now)
    {
        ref readonly Cell touched = ref _cells[cell];
        return touched.Disturbance == 0
            ? 0
            : touched.Disturbance * _unrevealed.After(Duration.FromNanoseconds(now.UnixNanoseconds - touched.Since));
    }

    /// <summary>Dollars that would be shown in a cell, had nobody traded.</summary>
    public double Undisturbed(double centre, double width, double lagging) =>
        _density * Math.Max(_direction * (centre - lagging), 0) * width;

    public void Set(int cell, double centre, double width, double lagging, double dollars, Timestamp now) =>
        _cells[cell] = new Cell(dollars - Undisturbed(centre, width, lagging), now.UnixNanoseconds);

    /// <param name="Disturbance">Dollars shown beyond the undisturbed value when somebody last traded here.</param>
    /// <param name="Since">That time, in nanoseconds of Unix.</param>
    private readonly record struct Cell(double Disturbance, long Since);
}
