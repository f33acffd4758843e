using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A margin schedule, exact: which requirement applies to a position.</summary>
public interface IMarginRequirements
{
    /// <summary>What the tier of a position is chosen by.</summary>
    TierMeasure Measure { get; }

    /// <summary>Number of tiers; 1 where the requirement is a function of the quantity.</summary>
    int Tiers { get; }

    /// <param name="tier">From 0.</param>
    /// <param name="quantity">Of the position; not negative.</param>
    Requirement Tier(int tier, Rational quantity);

    /// <summary>The tier that a position is in.</summary>
    /// <param name="notional">At the mark; not negative.</param>
    /// <param name="quantity">Not negative.</param>
    int TierOf(Rational notional, Rational quantity);
}
