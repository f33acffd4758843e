using System.Numerics;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The mark price at which a position stops carrying what is asked of it.</summary>
/// <remarks>
/// A position carries its notional, signed, less its maintenance margin. That falls with the mark for longs and rises for
/// shorts, so that there is one such price. Fees and future funding are left out. Source: docs/models/margin.md.
/// </remarks>
public static partial class LiquidationPrice
{
    /// <summary>Of a linear contract: the price, in ticks and unrounded, that the mark must pass.</summary>
    /// <param name="position">Signed; not zero.</param>
    /// <param name="cost">What it was bought for; signed.</param>
    /// <param name="required">
    /// What the position must carry. For one position alone: its cost plus the funding it owes less its margin balance.
    /// </param>
    /// <returns>False if no positive price parts the marks that liquidate the position from those that do not.</returns>
    public static bool TryFind(
        InstrumentRules rules,
        Quantity position,
        Money cost,
        int weight,
        Money required,
        out Fraction price
    )
    {
        // Money fits 63 bits, weights and the terms of rates 31: no product below needs more than 126.
        unchecked
        {
            (Int128 numerator, Int128 denominator) = NotionalOf(rules, position, cost, weight, required);
            price = new Fraction(
                Int128.Max(numerator, 0),
                denominator * rules.Instrument.MinorUnitsPerTickLot * position.Magnitude.Lots
            );
            return numerator > 0;
        }
    }

    /// <summary>The first mark, in ticks, at which the position is liquidated.</summary>
    /// <returns>
    /// For longs the highest such price, 0 if there is none. For shorts the lowest, at least 1. Of inverse contracts no higher than
    /// any mark can be.
    /// </returns>
    public static long Trigger(InstrumentRules rules, Quantity position, Money cost, int weight, Money required)
    {
        // Amounts are whole: not to be equal is to be a minor unit more.
        Money least = rules.LiquidatesAtEquality ? required + Money.FromMinorUnits(1) : required;
        if (rules.Instrument.Kind == ContractKind.Inverse)
        {
            return TriggerOfInverse(rules, position, cost, weight, least);
        }

        bool exists = TryFind(rules, position, cost, weight, least, out Fraction price);
        if (position.IsLong)
        {
            return exists ? price.ToInt64(Rounding.Ceiling) - 1 : 0;
        }

        return exists ? price.ToInt64(Rounding.Floor) + 1 : 1;
    }

    // A value at a mark is whole, so that the whole number beside the notional that is asked decides.
    private static long TriggerOfInverse(InstrumentRules rules, Quantity position, Money cost, int weight, Money least)
    {
        (Int128 numerator, Int128 denominator) = NotionalOf(rules, position, cost, weight, least);
        Rounding towardsSafety = position.IsLong ? Rounding.Floor : Rounding.Ceiling;
        long notional = new Fraction(numerator, denominator).ToInt64(towardsSafety);
        const long MaxRank = TriggerIndex.MaxRank;
        return position.IsLong
            ? rules.Instrument.TicksAt(notional, position.Magnitude, Rounding.Ceiling, MaxRank + 1) - 1
            : Math.Min(rules.Instrument.TicksAt(notional, position.Magnitude, Rounding.Floor, MaxRank) + 1, MaxRank);
    }

    private static (Int128 Numerator, Int128 Denominator) NotionalOf(
        InstrumentRules rules,
        Quantity position,
        Money cost,
        int weight,
        Money required
    )
    {
        int direction = rules.Instrument.DirectionOf(position);
        if (rules.MaintenanceAt == MarginBasis.Entry)
        {
            // What is asked does not change with the mark.
            Money maintenance = rules.Margin.Maintenance(cost.Magnitude, position, weight);
            return Solve<Int128>(default, direction, weight, required + maintenance);
        }

        if (rules.Margin.Measure == TierMeasure.Quantity)
        {
            return AtRateOfWhole(rules.Margin, direction, position, weight, required);
        }

        // Products of 128 bits cost several times as much, and nearly all fit 64.
        return rules.Margin.SolvesIn64Bits(weight, required)
            ? AtTierOfAnswer<long>(rules.Margin.Tiers, direction, weight, required)
            : AtTierOfAnswer<Int128>(rules.Margin.Tiers, direction, weight, required);
    }

    // The rate of the whole position does not change with the mark.
    private static (Int128 Numerator, Int128 Denominator) AtRateOfWhole(
        MarginSchedule schedule,
        int direction,
        Quantity position,
        int weight,
        Money required
    )
    {
        if (schedule.InSize is null)
        {
            return Solve<Int128>(
                schedule.Tiers[schedule.TierOf(default, position, weight)],
                direction,
                weight,
                required
            );
        }

        Fraction rate = schedule.InSize.MaintenanceRate(position, weight);
        return CarriedNotional.Solve<Int128>(
            direction,
            required.MinorUnits,
            deduction: 0,
            rate.Numerator,
            rate.Denominator
        );
    }

    private static (T Numerator, T Denominator) AtTierOfAnswer<T>(
        ReadOnlySpan<MarginTier> tiers,
        int direction,
        int weight,
        Money required
    )
        where T : IBinaryInteger<T>
    {
        unchecked
        {
            (T numerator, T denominator) = Solve<T>(tiers[0], direction, weight, required);
            for (int k = 1; k < tiers.Length; k++)
            {
                T floor = T.CreateTruncating(tiers[k].Floor) * T.CreateTruncating(weight);
                (T higher, T divisor) = Solve<T>(tiers[k], direction, weight, required);
                bool reachesBracket = direction > 0 ? higher >= floor * divisor : numerator >= floor * denominator;
                if (!reachesBracket)
                {
                    // Deductions are rounded up, so that a little less may be asked at a floor than just below it.
                    return (T.Min(numerator, floor * denominator), denominator);
                }

                (numerator, denominator) = (higher, divisor);
            }

            return (numerator, denominator);
        }
    }

    private static (T Numerator, T Denominator) Solve<T>(in MarginTier tier, int direction, int weight, Money required)
        where T : IBinaryInteger<T>
    {
        unchecked
        {
            Rate rate = tier.MaintenanceRate;
            return CarriedNotional.Solve(
                direction,
                T.CreateTruncating(required.MinorUnits),
                T.CreateTruncating(tier.Deduction.MinorUnits) * T.CreateTruncating(weight),
                T.CreateTruncating(rate.Numerator),
                T.CreateTruncating(rate.Denominator)
            );
        }
    }
}
