using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>What one account lost or had closed against its will, over all its instruments.</summary>
/// <param name="Forced">Notional that it lost by order, take-over or deleveraging of its own.</param>
/// <param name="Deleveraged">Notional that was closed because it was a winner.</param>
public readonly record struct AccountFlow(AccountId Account, Money Forced, Money Deleveraged);
