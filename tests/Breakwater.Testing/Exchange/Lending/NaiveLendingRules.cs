using System.Numerics;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>A rule set in whole numbers: ten-thousandths, dollars, seconds.</summary>
public sealed class NaiveLendingRules(LendingRules rules)
{
    public LendingProtocol Protocol { get; } = rules.Protocol;

    public BigInteger CloseFactor { get; } = Points(rules.CloseFactor);

    public BigInteger FullCloseBelow { get; } = Points(rules.FullCloseBelow);

    public BigInteger ProtocolShare { get; } = Points(rules.ProtocolShare);

    public BigInteger Small { get; } = Whole(rules.SmallPosition);

    public BigInteger Buffer { get; } = Points(rules.Buffer);

    public BigInteger Cusp { get; } = Points(rules.Cusp);

    public BigInteger Cut { get; } = Points(rules.Cut);

    public BigInteger Dust { get; } = Whole(rules.Dust);

    public long Tail { get; } = Whole(rules.TailSeconds);

    public long Step { get; } = Whole(rules.StepSeconds);

    private static long Points(Rational ratio) => Whole(ratio * Rational.FromInteger(10_000));

    private static long Whole(Rational value)
    {
        Invariant.Holds(value.ToInteger(Rounding.Floor) == value, "the twin counts in whole numbers");
        return value.ToInt64(Rounding.Floor);
    }
}
