using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A trader that buys where a coin is cheap and sells where it is dear, with margined accounts at every venue.</summary>
/// <param name="Cost">Gap, as a share of the price, below which it does nothing.</param>
/// <param name="Speed">Share of the gap that it closes in a step, where capacity allows.</param>
/// <param name="Capacity">Dollars a step and coin, over the depth quoted on a calm day.</param>
/// <param name="CapitalOverDepth">Capital at a venue over the depth that is quoted there on a calm day.</param>
/// <param name="Leverage">At which it opens.</param>
/// <param name="Latency">From seeing prices to trading.</param>
/// <param name="Pause">For so long it leaves a venue alone that refused its order.</param>
public sealed record ArbitrageParameters(
    double Cost,
    double Speed,
    double Capacity,
    double CapitalOverDepth,
    Leverage Leverage,
    Duration Latency,
    Duration Pause
);
