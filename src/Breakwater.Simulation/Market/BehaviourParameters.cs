using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>What the crowd does of its own will.</summary>
/// <remarks>Each account draws once, from the crowd's seed, at which price it acts: docs/models/crowd.md.</remarks>
/// <param name="StopShare">Of positions that have a stop or leave in panic, from 0 to 1.</param>
/// <param name="StopDistance">Median distance of the stop from the price at the start, in logarithms.</param>
/// <param name="StopDelay">Mean of the exponential time until it is closed.</param>
/// <param name="TakeProfitShare">Of positions that are closed at a profit.</param>
/// <param name="TakeProfitDistance">Median distance.</param>
/// <param name="DistanceSigma">Standard deviation of the logarithm of either distance.</param>
/// <param name="AddMarginShare">Of positions whose owner adds margin once half of it is lost.</param>
/// <param name="AddedMargin">What is added, over the margin at the start.</param>
/// <param name="ExitShare">Of positions, long and short, whose owners leave after a large move.</param>
/// <param name="ExitDistance">Median of that move, up or down.</param>
/// <param name="ExitDelay">Mean of the exponential time that they take.</param>
/// <param name="Participation">The most that is closed in a step, all together, over what is quoted within 1 %: now for profits, on a calm day for the rest, who do not look.</param>
/// <param name="MarketOrderReach">How far from the price a market order goes at most, as a share of it; from 0 to below 1.</param>
/// <param name="Latency">From a price to the order.</param>
public sealed record BehaviourParameters(
    double StopShare,
    double StopDistance,
    Duration StopDelay,
    double TakeProfitShare,
    double TakeProfitDistance,
    double DistanceSigma,
    double AddMarginShare,
    double AddedMargin,
    double ExitShare,
    double ExitDistance,
    Duration ExitDelay,
    double Participation,
    double MarketOrderReach,
    Duration Latency
);
