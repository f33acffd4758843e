using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>What an account holds of a listing.</summary>
/// <param name="Rank">By size among those of its side, 0 for the largest; 0 where nothing goes by it.</param>
internal readonly record struct Holding(Quantity Lots, int Rank);
