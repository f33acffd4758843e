using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>How far funding has moved liquidation prices of an instrument's longs and shorts, at least, in ticks.</summary>
/// <remarks>
/// Longs are liquidated higher and shorts lower than when they were last looked at by no more than the drift since then: what
/// one tick is worth to a position net of maintenance margin lies between (1 − highest rate) and (1 + highest rate) of a tick.
/// Each change is rounded to the side on which nobody is found too late.
/// </remarks>
internal struct FundingDrift
{
    public long Longs;
    public long Shorts;

    public readonly long Largest => Math.Max(Math.Abs(Longs), Math.Abs(Shorts));

    public void Add(InstrumentRules rules, long indexChange)
    {
        Int128 perTick = (Int128)rules.Instrument.MinorUnitsPerTickLot * FundingIndex.Scale;
        Rate highest = rules.Margin.HighestRate;
        Longs +=
            indexChange > 0
                ? Up(indexChange, perTick, highest.Denominator, highest.Denominator - highest.Numerator)
                : Up(indexChange, perTick, 1, 1);
        Shorts +=
            indexChange > 0
                ? Down(indexChange, perTick, highest.Denominator, highest.Denominator + highest.Numerator)
                : Down(indexChange, perTick, 1, 1);
    }

    // One more tick pays for the rounding of what is owed to a minor unit.
    private static long Up(long change, Int128 perTick, long numerator, long denominator) =>
        new Fraction((Int128)change * numerator, perTick * denominator).ToInt64(Rounding.Ceiling) + 1;

    private static long Down(long change, Int128 perTick, long numerator, long denominator) =>
        new Fraction((Int128)change * numerator, perTick * denominator).ToInt64(Rounding.Floor) - 1;
}
