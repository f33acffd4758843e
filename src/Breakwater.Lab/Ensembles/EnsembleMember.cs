using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>One run of many.</summary>
/// <param name="World">With any seed. Members that share it, as the same object, share its crowd.</param>
/// <param name="Seed">Its own.</param>
public sealed record EnsembleMember(WorldParameters World, Seed Seed);
