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

    /// <summary>Fundings that it adds up.</summary>
    public long Fundings;

    public readonly long Largest => Math.Max(Math.Abs(Longs), Math.Abs(Shorts));

    public void Add(InstrumentRules rules, long indexChange)
    {
        Int128 perTick = (Int128)rules.Instrument.MinorUnitsPerTickLot * FundingIndex.Scale;
        Rate highest = rules.Margin.HighestRate;
        // Roundings, one of what is owed and one at each bracket's floor, each move less than a minor unit a lot.
        Int128 roundings = (Int128)rules.Margin.Tiers.Length * FundingIndex.Scale;
        Longs += Ticks(indexChange + roundings, perTick, highest, -1, Rounding.Ceiling);
        Fundings++;
        Shorts += Ticks(indexChange - roundings, perTick, highest, 1, Rounding.Floor);
    }

    // Divided by (1 + sign × highest rate) where that moves a trigger to the safe side, by 1 elsewhere.
    private static long Ticks(Int128 change, Int128 perTick, Rate highest, int sign, Rounding rounding) =>
        change > 0
            ? new Fraction(
                change * highest.Denominator,
                perTick * (highest.Denominator + sign * highest.Numerator)
            ).ToInt64(rounding)
            : new Fraction(change, perTick).ToInt64(rounding);
}
