using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What is left of something that dies out with one time constant.</summary>
/// <remarks>Steps are equal, and what one order swept has one age: the last answer is kept.</remarks>
internal sealed class Decay(Duration constant)
{
    private readonly double _constant = constant.Nanoseconds;
    private (Duration Elapsed, double Left) _last = (default, 1);

    /// <returns>From 1 down to 0.</returns>
    public double After(Duration elapsed)
    {
        if (elapsed != _last.Elapsed)
        {
            _last = (elapsed, PortableMath.Exp(-elapsed.Nanoseconds / _constant));
        }

        return _last.Left;
    }
}
