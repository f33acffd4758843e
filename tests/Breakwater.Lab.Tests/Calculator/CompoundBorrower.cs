using System.Numerics;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>A repayment of any size at any prices, beside integers of eighteen decimals as the contract reckons in.</summary>
internal static class CompoundBorrower
{
    private const long Mantissa = 1_000_000_000_000_000_000;

    /// <summary>What differs in a seizure; null where nothing does.</summary>
    public static string? Problem(LendingRules rules, Luck luck, ref long liquidated)
    {
        liquidated++;
        (long borrowed, long collateral) = (luck.OfAnySize(Mantissa), luck.OfAnySize(Mantissa));
        (long exchange, long repay) = (luck.OfAnySize(Mantissa), luck.OfAnySize(Mantissa));
        long incentive = luck.Between(1000, 1500);
        if ((BigInteger)collateral * exchange < Mantissa)
        {
            return null;
        }

        Rational seized = CompoundLiquidation.SeizeTokens(
            Rational.FromInteger(repay),
            Rational.FromFraction(incentive, 1000),
            Rational.FromFraction(borrowed, Mantissa),
            Rational.FromFraction(collateral, Mantissa),
            Rational.FromFraction(exchange, Mantissa)
        );
        BigInteger ratio =
            (BigInteger)incentive * borrowed / 1000 * Mantissa / ((BigInteger)collateral * exchange / Mantissa);
        BigInteger expected = ratio * repay / Mantissa;
        if (seized.ToString() != $"{expected}")
        {
            return $"{seized} seized for {repay}, {expected} by integers";
        }

        Rational kept = CompoundLiquidation.ProtocolTokens(seized, rules.ProtocolShare);
        Rational lost = seized * rules.ProtocolShare - kept;
        return lost.IsNegative || lost >= Rational.One ? $"the protocol keeps {kept} of {seized}" : null;
    }
}
