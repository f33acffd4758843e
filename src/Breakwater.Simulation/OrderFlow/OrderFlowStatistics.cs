using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Simulation;

/// <summary>What a book under random flow shows, averaged over time.</summary>
/// <param name="Spread">Mean of best ask less best bid, in ticks.</param>
/// <param name="ShortDiffusion">Squared moves of the mid price in a unit of time, each move alone; squared ticks.</param>
/// <param name="LongDiffusion">Squared change of the mid price over the lag, divided by the lag; squared ticks in a unit of time.</param>
public readonly record struct OrderFlowStatistics(double Spread, double ShortDiffusion, double LongDiffusion)
{
    private const int PointsInLag = 10;

    /// <param name="warmUp">Time that is not counted, in the unit of the flow's rates.</param>
    /// <param name="duration">Time that is.</param>
    /// <param name="lag">Over which long diffusion is taken.</param>
    public static OrderFlowStatistics Observe(
        ZeroIntelligenceFlow flow,
        OrderBook book,
        double warmUp,
        double duration,
        double lag
    )
    {
        double start = flow.Time + warmUp;
        while (flow.Time < start)
        {
            flow.Step();
        }

        double spreads = 0;
        double moves = 0;
        double step = lag / PointsInLag;
        var middles = new List<double>();
        (double middle, double spread) = Quote(book, 0);
        while (flow.Time < start + duration)
        {
            double before = flow.Time;
            flow.Step();
            spreads += spread * (flow.Time - before);
            for (; start + middles.Count * step <= flow.Time; )
            {
                middles.Add(middle);
            }

            double last = middle;
            (middle, spread) = Quote(book, middle);
            moves += (middle - last) * (middle - last);
        }

        return new OrderFlowStatistics(spreads / duration, moves / duration, MeanSquare(middles) / lag);
    }

    private static double MeanSquare(List<double> middles)
    {
        double squares = 0;
        for (int i = PointsInLag; i < middles.Count; i++)
        {
            double change = middles[i] - middles[i - PointsInLag];
            squares += change * change;
        }

        return squares / (middles.Count - PointsInLag);
    }

    // A side that has run empty for a moment has no spread: the mid price stays.
    private static (double Middle, double Spread) Quote(OrderBook book, double middle)
    {
        DepthLevel bid = book.Best(Side.Buy);
        DepthLevel ask = book.Best(Side.Sell);
        return bid.Quantity.IsZero || ask.Quantity.IsZero
            ? (middle, 0)
            : ((bid.Price.Ticks + ask.Price.Ticks) / 2.0, ask.Price.Ticks - bid.Price.Ticks);
    }
}
