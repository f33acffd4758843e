namespace Breakwater.Simulation;

/// <summary>How often traders without any plan send orders of one size, in events per unit of time.</summary>
/// <remarks>
/// A distance is counted in ticks from the best price of the other side and starts at 1, so that a limit order never trades
/// on arrival. Source: Cont, Stoikov and Talreja, "A stochastic model for order book dynamics", Operations Research 58, 2010,
/// section 2; with equal rates at all distances: Smith, Farmer, Gillemot and Krishnamurthy, "Statistical theory of the
/// continuous double auction", Quantitative Finance 3, 2003.
/// </remarks>
public sealed class OrderFlowRates
{
    private readonly double[] _limitsUpTo;
    private readonly double[] _cancellations;

    /// <param name="marketOrders">Of each side.</param>
    /// <param name="limitOrders">Of each side, by distance from 1 on; none are placed farther away.</param>
    /// <param name="cancellations">Of each resting order, by distance from 1 on; the last holds beyond.</param>
    public OrderFlowRates(double marketOrders, IReadOnlyList<double> limitOrders, IReadOnlyList<double> cancellations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(marketOrders);
        ArgumentOutOfRangeException.ThrowIfZero(limitOrders.Count);
        ArgumentOutOfRangeException.ThrowIfZero(cancellations.Count);
        MarketOrders = marketOrders;
        _limitsUpTo = new double[limitOrders.Count];
        for (int i = 0; i < limitOrders.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(limitOrders[i]);
            LimitOrders += limitOrders[i];
            _limitsUpTo[i] = LimitOrders;
        }

        _cancellations = [.. cancellations];
        foreach (double rate in cancellations)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rate);
            LargestCancellation = Math.Max(LargestCancellation, rate);
        }
    }

    /// <summary>Market orders of each side.</summary>
    public double MarketOrders { get; }

    /// <summary>Limit orders of each side, at all distances together.</summary>
    public double LimitOrders { get; }

    /// <summary>No resting order is cancelled more often.</summary>
    public double LargestCancellation { get; }

    /// <param name="distance">From 1.</param>
    public double CancellationAt(long distance) => _cancellations[Math.Min(distance, _cancellations.Length) - 1];

    /// <summary>The distance of a limit order, distributed as the rates are.</summary>
    /// <param name="level">Uniform from 0 to below <see cref="LimitOrders"/>.</param>
    public int DistanceOf(double level)
    {
        int found = Array.BinarySearch(_limitsUpTo, level);
        return Math.Min(found < 0 ? ~found : found + 1, _limitsUpTo.Length - 1) + 1;
    }
}
