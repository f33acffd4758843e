using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A price at every moment, from bars: what happened, given to a run rather than made by it.</summary>
/// <remarks>
/// The order of prices inside a bar is not in the data, so it is a stated rule: a bar that fell touches its high first, any
/// other its low; open, first extreme, second extreme and close lie a third of the bar apart and are joined by straight lines.
/// </remarks>
public sealed class PriceTape
{
    private const int PointsPerBar = 4;

    private readonly (Timestamp Time, decimal Price)[] _points;

    /// <param name="bars">In order of time, each beginning where the one before ends; at least one.</param>
    /// <exception cref="ArgumentException">There are none, or a gap or an overlap lies between two.</exception>
    public PriceTape(IReadOnlyList<PriceBar> bars)
    {
        if (bars.Count == 0)
        {
            throw new ArgumentException("A tape needs at least one bar.", nameof(bars));
        }

        _points = new (Timestamp, decimal)[bars.Count * PointsPerBar];
        for (int i = 0; i < bars.Count; i++)
        {
            if (i > 0 && bars[i].Start != bars[i - 1].End)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"A bar starts at {bars[i].Start}, the one before ends at {bars[i - 1].End}."
                    ),
                    nameof(bars)
                );
            }

            AddPoints(bars[i], i * PointsPerBar);
        }
    }

    public Timestamp Start => _points[0].Time;

    public Timestamp End => _points[^1].Time;

    /// <summary>Moments at which the price turns, in order: no sampling between them misses an extreme.</summary>
    public IEnumerable<Timestamp> TurningPoints => _points.Select(point => point.Time);

    /// <param name="time">From <see cref="Start"/> to <see cref="End"/>, both inclusive.</param>
    public decimal PriceAt(Timestamp time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, End);
        int last = LastPointUpTo(time);
        (Timestamp from, decimal price) = _points[last];
        if (from == time)
        {
            return price;
        }

        (Timestamp to, decimal next) = _points[last + 1];
        return price + (next - price) * (time - from).Nanoseconds / (to - from).Nanoseconds;
    }

    private void AddPoints(PriceBar bar, int at)
    {
        bool fell = bar.Close < bar.Open;
        long third = bar.Length.Nanoseconds / 3;
        _points[at] = (bar.Start, bar.Open);
        _points[at + 1] = (bar.Start + Duration.FromNanoseconds(third), fell ? bar.High : bar.Low);
        _points[at + 2] = (bar.Start + Duration.FromNanoseconds(2 * third), fell ? bar.Low : bar.High);
        _points[at + 3] = (bar.End, bar.Close);
    }

    // Where one bar closes and the next opens at the same moment, the later counts.
    private int LastPointUpTo(Timestamp time)
    {
        int low = 0;
        int high = _points.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_points[middle].Time <= time)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
