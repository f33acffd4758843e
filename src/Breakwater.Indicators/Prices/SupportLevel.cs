namespace Breakwater.Indicators;

/// <summary>A price that others watch: how often it was tested, held and broken.</summary>
/// <remarks>
/// A test begins when an interval's low comes within the tolerance of the level. It ends held when the price closes above the
/// level by the tolerance, and broken when it closes below the level by the tolerance. No source: a definition that can be counted.
/// </remarks>
/// <param name="level">Price.</param>
/// <param name="tolerance">As a fraction of the level, such as 0.005.</param>
public sealed class SupportLevel(double level, double tolerance)
{
    private bool _isBroken;
    private bool _isTesting;

    public int Held { get; private set; }

    public int Broken { get; private set; }

    /// <summary>How often the price closed back above after breaking.</summary>
    public int Reclaimed { get; private set; }

    public bool IsBelow => _isBroken;

    /// <summary>The lowest low so far; infinite before the first interval.</summary>
    public double Low { get; private set; } = double.PositiveInfinity;

    public void Add(double low, double close)
    {
        Low = Math.Min(Low, low);
        _isTesting |= !_isBroken && low <= level * (1 + tolerance);
        if (close < level * (1 - tolerance) && !_isBroken)
        {
            Broken++;
            (_isBroken, _isTesting) = (true, false);
        }
        else if (close > level * (1 + tolerance))
        {
            CloseAbove();
        }
    }

    private void CloseAbove()
    {
        Reclaimed += _isBroken ? 1 : 0;
        Held += _isTesting ? 1 : 0;
        (_isBroken, _isTesting) = (false, false);
    }
}
