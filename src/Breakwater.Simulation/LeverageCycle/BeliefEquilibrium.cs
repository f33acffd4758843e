namespace Breakwater.Simulation;

/// <summary>Where supply meets demand among agents of different beliefs.</summary>
/// <param name="Price">Of one unit of the asset, in cash.</param>
/// <param name="MarginalBuyer">Belief of the buyer who is about indifferent; those above hold the asset.</param>
/// <param name="Leverage">Value of the asset over the buyer's own cash in it.</param>
public readonly record struct BeliefEquilibrium(double Price, double MarginalBuyer, double Leverage);
