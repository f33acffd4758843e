using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Who stands against a reduction.</summary>
/// <param name="Held">What can be closed, as a magnitude; not negative.</param>
/// <param name="Equity">Behind it, in any unit that all winners share; at least 1 counts.</param>
/// <param name="Elsewhere">
/// The account's other exposure to the same risk, in lots of this position: positive adds to the position, negative hedges it.
/// </param>
/// <param name="Score">Rank in a queue, higher first: <see cref="DeleveragingScore"/>.</param>
public readonly record struct Winner(Quantity Held, long Equity, Quantity Elsewhere = default, double Score = 0);
