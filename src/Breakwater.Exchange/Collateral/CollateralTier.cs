using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a part of a holding of a collateral asset counts for.</summary>
/// <param name="Limit">Where the tier ends, in units of the asset; null for the last.</param>
/// <param name="Ratio">Share of the value that counts: 1 less the haircut.</param>
public readonly record struct CollateralTier(Rational? Limit, Rational Ratio);
