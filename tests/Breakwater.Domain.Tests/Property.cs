using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Breakwater.Domain.Tests;

/// <summary>Properties over generated numbers, a thousand cases each; the same cases every time.</summary>
internal static class Property
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_251_010, 1);

    public static void ForAll<T1, T2>(Func<T1, T2, bool> holds) => Prop.ForAll(holds).Check(s_config);

    public static void ForAll<T1, T2, T3>(Func<T1, T2, T3, bool> holds) => Prop.ForAll(holds).Check(s_config);

    /// <summary>The whole number next to a quotient, from definition.</summary>
    public static BigInteger Divide(BigInteger numerator, BigInteger denominator, Rounding rounding)
    {
        BigInteger floor = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        if (remainder.Sign < 0)
        {
            floor--;
            remainder += denominator;
        }

        return rounding == Rounding.Floor || remainder.IsZero ? floor : floor + 1;
    }
}
