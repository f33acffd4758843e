using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What opening a position takes, beyond dividing its notional by the leverage.</summary>
public static class InitialMargin
{
    /// <summary>The taker fee for closing at the bankruptcy price of an isolated position.</summary>
    /// <remarks>Source: docs/venues/bybit-linear.md, docs/venues/bybit-inverse.md.</remarks>
    public static Rational FeeToClose(in Holding holding, Rational leverage, Rational takerFee) =>
        holding.EntryValue * (Rational.One - holding.Signed(Rational.One / leverage)) * takerFee;

    /// <summary>dYdX v4: the rate rises in a line with the market's open interest, up to the whole notional.</summary>
    /// <remarks>Source: docs/venues/dydx-v4.md.</remarks>
    /// <param name="upperCap">Of open interest, in notional; zero switches the rule off.</param>
    public static Rational RateAtOpenInterest(
        Rational baseRate,
        Rational openInterest,
        Rational lowerCap,
        Rational upperCap
    )
    {
        if (upperCap.IsZero || openInterest <= lowerCap)
        {
            return baseRate;
        }

        Rational share = (openInterest - lowerCap) / (upperCap - lowerCap);
        return Rational.Min(Rational.One, baseRate + share * (Rational.One - baseRate));
    }
}
