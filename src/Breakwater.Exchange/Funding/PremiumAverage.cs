using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>How the samples of an interval become one premium.</summary>
public static class PremiumAverage
{
    /// <summary>Each sample counts alike.</summary>
    public static Rational Mean(ReadOnlySpan<Rational> premiums)
    {
        Rational sum = Rational.Zero;
        foreach (Rational premium in premiums)
        {
            sum += premium;
        }

        return sum / Rational.FromInteger(premiums.Length);
    }

    /// <summary>The k-th sample counts k times: later ones weigh more. Binance and Bybit.</summary>
    public static Rational WeightedByOrder(ReadOnlySpan<Rational> premiums)
    {
        (Rational sum, long weights) = (Rational.Zero, 0);
        for (int k = 0; k < premiums.Length; k++)
        {
            sum += premiums[k] * Rational.FromInteger(k + 1);
            weights += k + 1;
        }

        return sum / Rational.FromInteger(weights);
    }

    /// <summary>How far the impact prices lie outside a price, as a share of it.</summary>
    /// <remarks>Source: docs/venues/hyperliquid.md.</remarks>
    /// <param name="bid">Price at which the impact notional can be sold.</param>
    /// <param name="ask">Price at which it can be bought.</param>
    /// <param name="reference">Index or oracle price.</param>
    public static Rational OfImpactPrices(Rational bid, Rational ask, Rational reference) =>
        (Rational.Max(bid - reference, Rational.Zero) - Rational.Max(reference - ask, Rational.Zero)) / reference;
}
