using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Adds up how far venues' prices are from the mean of all venues, and what is left of that later.</summary>
/// <remarks>
/// Selling that goes on at a venue opens its gap anew, so that less seems to close than arbitrage has carried away.
/// </remarks>
/// <param name="lags">In steps; positive.</param>
internal sealed class GapTally(IReadOnlyList<int> lags)
{
    private readonly double[] _products = new double[lags.Count];
    private readonly double[] _squares = new double[lags.Count];
    private double _widest;

    /// <param name="middles">Of the venue, sample by sample.</param>
    /// <param name="means">Logarithms of the mean of all venues.</param>
    /// <param name="first">Sample of the shock.</param>
    /// <param name="last">Sample of the low.</param>
    public void Add(ReadOnlySpan<double> middles, ReadOnlySpan<double> means, int first, int last)
    {
        var gaps = new double[Math.Max(last - first + 1, 0)];
        for (int i = 0; i < gaps.Length; i++)
        {
            gaps[i] = PortableMath.Log(middles[first + i]) - means[first + i];
            _widest = Math.Max(_widest, Math.Abs(gaps[i]));
        }

        for (int lag = 0; lag < lags.Count; lag++)
        {
            for (int i = 0; i + lags[lag] < gaps.Length; i++)
            {
                _products[lag] += gaps[i] * gaps[i + lags[lag]];
                _squares[lag] += gaps[i] * gaps[i];
            }
        }
    }

    /// <returns>Nothing of a lag for which there was no gap.</returns>
    public IReadOnlyList<GapClosing> Closings(Duration step) =>
        [
            .. Enumerable
                .Range(0, lags.Count)
                .Where(lag => _squares[lag] > 0)
                .Select(lag => new GapClosing(
                    lags[lag] * step.Nanoseconds / 1e9,
                    1 - _products[lag] / _squares[lag],
                    100 * _widest
                )),
        ];
}
