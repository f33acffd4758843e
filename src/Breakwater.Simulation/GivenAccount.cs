using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>An account that a user brings instead of the drawn crowd.</summary>
/// <param name="Name">As the user calls it.</param>
/// <param name="Wallet">Under isolated margin what is not set aside for positions.</param>
public sealed record GivenAccount(string Name, MarginMode Mode, Money Wallet, IReadOnlyList<GivenPosition> Positions);
