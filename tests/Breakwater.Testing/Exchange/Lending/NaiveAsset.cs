using System.Numerics;

namespace Breakwater.Testing;

/// <summary>An asset as contracts write it: parameters are counted in ten-thousandths.</summary>
/// <param name="FactorOver">The factor is a ratio of two whole numbers.</param>
public sealed record NaiveAsset(
    int Decimals,
    BigInteger Factor,
    BigInteger FactorOver,
    BigInteger Bonus,
    bool IsDollar
);
