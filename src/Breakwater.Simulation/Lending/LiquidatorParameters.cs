using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Who liquidates, and when it pays.</summary>
/// <param name="Interval">Between blocks: prices are said, loans liquidated and coins sold once in each; positive.</param>
/// <param name="LeastProfit">Over what is repaid, that a liquidator wants of the last coin that it sells; not negative.</param>
/// <param name="Sell">False: they keep what they seize, to see what their sales do.</param>
public sealed record LiquidatorParameters(Duration Interval, double LeastProfit, bool Sell);
