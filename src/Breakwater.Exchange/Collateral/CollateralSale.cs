using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A part of a holding that was sold to repay a debt.</summary>
/// <param name="Amount">Of the asset.</param>
/// <param name="Worth">At its price; the cost is a part of it.</param>
/// <param name="Cost">What the conversion takes.</param>
public readonly record struct CollateralSale(string Asset, Rational Amount, Rational Worth, Rational Cost);
