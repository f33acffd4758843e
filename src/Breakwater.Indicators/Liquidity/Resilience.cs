using Breakwater.Domain;

namespace Breakwater.Indicators;

/// <summary>How soon depth comes back after it was taken.</summary>
/// <remarks>
/// An episode begins when depth falls below a share of its mean over the last observations, and ends when it is back at another
/// share of the mean that stood when it began. Source: the definition follows T. Foucault, O. Kadan and E. Kandel, "Limit order
/// book as a market for liquidity", Review of Financial Studies 18 (2005), who measure recovery of the spread.
/// </remarks>
/// <param name="length">Observations in the mean.</param>
/// <param name="fallTo">Share of the mean below which an episode begins, such as 0.5.</param>
/// <param name="backAt">Share of the mean at which it ends, such as 0.8.</param>
public sealed class Resilience(int length, double fallTo, double backAt)
{
    private readonly RollingSum _depth = new(length);
    private Timestamp _since;
    private double _normal;

    public int Episodes { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>Of the episodes that ended.</summary>
    public Duration LongestRecovery { get; private set; }

    /// <summary>Lowest depth over the mean that stood at the beginning of its episode; 1 before any.</summary>
    public double DeepestShare { get; private set; } = 1;

    public void Add(Timestamp time, double depth)
    {
        if (IsOpen)
        {
            Follow(time, depth);
        }
        else if (_depth.IsFull && depth < fallTo * _depth.Sum / length)
        {
            Open(time, depth);
        }
        else
        {
            _depth.Add(depth);
        }
    }

    private void Open(Timestamp time, double depth)
    {
        (IsOpen, _since, _normal) = (true, time, _depth.Sum / length);
        Episodes++;
        DeepestShare = Math.Min(DeepestShare, depth / _normal);
    }

    private void Follow(Timestamp time, double depth)
    {
        DeepestShare = Math.Min(DeepestShare, depth / _normal);
        if (depth >= backAt * _normal)
        {
            IsOpen = false;
            Duration took = time - _since;
            LongestRecovery = took > LongestRecovery ? took : LongestRecovery;
            _depth.Add(depth);
        }
    }
}
