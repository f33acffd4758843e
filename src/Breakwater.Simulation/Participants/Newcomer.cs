using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Somebody who has no position yet.</summary>
/// <param name="Distance">Of the price from its start at which he makes up his mind, in logarithms.</param>
/// <param name="Delay">From there to his order.</param>
/// <param name="Leverage">What he asks for; the tier of his size may allow less.</param>
/// <param name="Chases">Whether he goes with the move.</param>
internal readonly record struct Newcomer(
    AccountId Account,
    double Distance,
    Duration Delay,
    Leverage Leverage,
    bool Chases
);
