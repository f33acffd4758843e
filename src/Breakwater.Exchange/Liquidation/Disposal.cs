using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One sale of a fund's schedule.</summary>
/// <param name="AfterSeconds">Since the take-over.</param>
/// <param name="Left">Held after it.</param>
public readonly record struct Disposal(Rational AfterSeconds, Rational Quantity, Rational Left);
