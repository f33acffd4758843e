using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Maintenance margin by tiers: <c>notional × rate − deduction</c>.</summary>
/// <remarks>
/// Marginal tiers charge each part of a notional its own tier's rate:
/// <c>deduction(k) = floor(k) × (rate(k) − rate(k−1)) + deduction(k−1)</c>, rounded up to a minor unit where it is not whole; a
/// notional at a floor belongs to the tier above. Else the whole position is charged the rate of the tier that its lots or its
/// notional is in; a position at a limit belongs to the tier below. Or it is charged a rate that rises with its lots, without tiers. An
/// account of weight w is w identical accounts: its floors and deductions are w times as large. Source:
/// docs/venues/binance-usdm.md, docs/venues/hyperliquid.md, docs/venues/okx-swap.md, docs/venues/deribit-linear.md,
/// docs/venues/bitmex-inverse.md.
/// </remarks>
public sealed class MarginSchedule
{
    private readonly MarginTier[] _tiers;

    // No more than this for what is required, nor for floors and deductions together of so many accounts: then a liquidation
    // price takes no product of more than 64 bits.
    private readonly long _largestSolvedIn64Bits;
    private readonly long _weightsSolvedIn64Bits;

    private MarginSchedule(TierMeasure measure, bool isWhole, MarginTier[] tiers, LinearInSizeRates? inSize = null)
    {
        Measure = measure;
        IsForWholePositions = isWhole;
        _tiers = tiers;
        InSize = inSize;
        if (tiers.Length > 0)
        {
            _largestSolvedIn64Bits = long.MaxValue / tiers.Max(tier => tier.MaintenanceRate.Denominator) / 8;
            UInt128 terms = (UInt128)tiers[^1].Floor + (UInt128)tiers[^1].Deduction.MinorUnits + 1;
            _weightsSolvedIn64Bits = (long)((UInt128)_largestSolvedIn64Bits / terms);
        }
    }

    /// <summary>What the tier of a position is chosen by.</summary>
    public TierMeasure Measure { get; }

    /// <summary>The whole position is charged the rate of its tier; else tiers are marginal, by notional.</summary>
    public bool IsForWholePositions { get; }

    /// <summary>Where rates rise with the size, one tier with the highest of them.</summary>
    public ReadOnlySpan<MarginTier> Tiers => _tiers;

    /// <summary>Null where rates go by tiers.</summary>
    public LinearInSizeRates? InSize { get; }

    public Rate HighestRate => _tiers[^1].MaintenanceRate;

    public Leverage HighestLeverage => _tiers[0].MaxLeverage;

    /// <summary>Marginal tiers; deductions follow from floors and rates.</summary>
    /// <param name="brackets">First floor zero, floors rising, rates rising from above 0 to below 1.</param>
    /// <exception cref="ArgumentException">The brackets break that order.</exception>
    public static MarginSchedule FromBrackets(IReadOnlyList<(Money Floor, Rate Rate, Leverage MaxLeverage)> brackets)
    {
        MarginTier[] tiers = InOrder(brackets, floor => floor.MinorUnits);
        for (int k = 1; k < tiers.Length; k++)
        {
            Money step = StepOf(tiers[k].Floor, tiers[k - 1].MaintenanceRate, tiers[k].MaintenanceRate);
            tiers[k] = tiers[k] with { Deduction = tiers[k - 1].Deduction + step };
        }

        return new MarginSchedule(TierMeasure.Notional, isWhole: false, tiers);
    }

    /// <summary>The whole position is charged the rate of the tier that its lots are in.</summary>
    /// <param name="tiers">First floor zero, floors rising, rates rising from above 0 to below 1.</param>
    /// <exception cref="ArgumentException">The tiers break that order.</exception>
    public static MarginSchedule ForWholePositions(
        IReadOnlyList<(Quantity Floor, Rate Rate, Leverage MaxLeverage)> tiers
    ) => new(TierMeasure.Quantity, isWhole: true, InOrder(tiers, floor => floor.Lots));

    /// <summary>The whole position is charged the rate of the tier that its notional is in.</summary>
    /// <remarks>
    /// For <see cref="MarginBasis.Entry"/>: at the mark the rate would change with it, and a position could have several liquidation prices.
    /// </remarks>
    /// <param name="tiers">First floor zero, floors rising, rates rising from above 0 to below 1.</param>
    /// <exception cref="ArgumentException">The tiers break that order.</exception>
    public static MarginSchedule ForWholePositions(
        IReadOnlyList<(Money Floor, Rate Rate, Leverage MaxLeverage)> tiers
    ) => new(TierMeasure.Notional, isWhole: true, InOrder(tiers, floor => floor.MinorUnits));

    /// <summary>The whole position is charged a rate that rises with its lots.</summary>
    public static MarginSchedule LinearInSize(LinearInSizeRates rates)
    {
        var highest = new MarginTier(0, RateInSize.HighestMaintenance, rates.HighestLeverage, Deduction: Money.Zero);
        return new MarginSchedule(TierMeasure.Quantity, isWhole: true, [highest], rates);
    }

    /// <summary>The same tiers where the fee for closing at the mark counts towards maintenance margin.</summary>
    /// <param name="fee">Not negative; with the highest rate below 1.</param>
    /// <exception cref="ArgumentException">Fee and highest rate reach 1.</exception>
    public MarginSchedule WithClosingFee(Rate fee)
    {
        if (InSize is { } rates)
        {
            return LinearInSize(rates.With(fee));
        }

        MarginTier[] tiers = [.. _tiers.Select(tier => tier with { MaintenanceRate = tier.MaintenanceRate + fee })];
        RequireOrder(tiers);
        return new MarginSchedule(Measure, IsForWholePositions, tiers);
    }

    /// <summary>The same tiers where every rate of maintenance margin, and with it every deduction, is a multiple of what it was.</summary>
    /// <param name="factor">Positive; with the highest rate below 1.</param>
    /// <exception cref="InvalidOperationException">Rates rise with the size and not by tiers.</exception>
    /// <exception cref="ArgumentException">The highest rate reaches 1.</exception>
    public MarginSchedule WithMaintenanceTimes(Rate factor)
    {
        if (InSize is not null)
        {
            throw new InvalidOperationException("There are no tiers.");
        }

        MarginTier[] tiers =
        [
            .. _tiers.Select(tier =>
                tier with
                {
                    MaintenanceRate = Rate.FromFraction(
                        tier.MaintenanceRate.Numerator * factor.Numerator,
                        tier.MaintenanceRate.Denominator * factor.Denominator
                    ),
                    Deduction = factor.Of(tier.Deduction, Rounding.Ceiling),
                }
            ),
        ];
        RequireOrder(tiers);
        return new MarginSchedule(Measure, IsForWholePositions, tiers);
    }

    /// <summary>The same tiers where nothing is opened with more leverage; maintenance margin stays as it is.</summary>
    public MarginSchedule WithLeverageUpTo(Leverage cap) =>
        new(
            Measure,
            IsForWholePositions,
            [.. _tiers.Select(tier => tier.MaxLeverage > cap ? tier with { MaxLeverage = cap } : tier)],
            InSize
        );

    /// <summary>The tier that charges a position.</summary>
    /// <param name="notional">Not negative.</param>
    /// <param name="lots">Signed.</param>
    public int TierOf(Money notional, Quantity lots, int weight) =>
        IsForWholePositions ? TierAbove(AmountOf(notional, lots), weight) : TierOf(OfOne(notional.MinorUnits, weight));

    internal bool SolvesIn64Bits(int weight, Money required) =>
        weight <= _weightsSolvedIn64Bits
        && required.MinorUnits <= _largestSolvedIn64Bits
        && required.MinorUnits >= -_largestSolvedIn64Bits;

    /// <summary>Maintenance margin, rounded up to a minor unit.</summary>
    /// <remarks>
    /// Equity is whole, so that comparing it with the rounded requirement decides exactly as the unrounded one would.
    /// </remarks>
    /// <param name="notional">Not negative.</param>
    /// <param name="lots">Signed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money Maintenance(Money notional, Quantity lots, int weight)
    {
        if (IsForWholePositions)
        {
            return OfWhole(notional, lots, weight);
        }

        ref readonly MarginTier tier = ref _tiers[TierOf(OfOne(notional.MinorUnits, weight))];
        return tier.MaintenanceRate.Of(notional, Rounding.Ceiling) - tier.Deduction * weight;
    }

    /// <summary>The rate of the tier or size that a position is in, before deductions.</summary>
    /// <param name="notional">Not negative.</param>
    /// <param name="lots">Signed.</param>
    public Rational MaintenanceRate(Money notional, Quantity lots, int weight) =>
        InSize?.MaintenanceRate(lots, weight) is { } rate
            ? Rational.FromFraction(rate.Numerator, rate.Denominator)
            : Rational.FromRate(_tiers[TierOf(notional, lots, weight)].MaintenanceRate);

    public Leverage MaxLeverage(Money notional, Quantity lots, int weight)
    {
        Leverage ofTier = _tiers[TierOf(notional, lots, weight)].MaxLeverage;
        return InSize is null || InSize.MaxLeverage(lots, weight) > ofTier ? ofTier : InSize.MaxLeverage(lots, weight);
    }

    /// <summary>What brings a position down a number of tiers, a position at a limit being in the tier below it.</summary>
    /// <param name="notional">Not negative.</param>
    /// <param name="lots">Signed; not zero.</param>
    /// <returns>Lots, rounded up; zero where there is no tier so far below.</returns>
    public Quantity ExcessOver(int tiersBelow, Money notional, Quantity lots, int weight)
    {
        long amount = AmountOf(notional, lots);
        int tier = TierAbove(amount, weight);
        if (tier < tiersBelow)
        {
            return Quantity.Zero;
        }

        long excess = amount - _tiers[tier - tiersBelow + 1].Floor * weight;
        return Quantity.FromLots(
            Measure == TierMeasure.Notional
                ? Fraction.Scale(lots.Magnitude.Lots, excess, amount, Rounding.Ceiling)
                : excess
        );
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Money OfWhole(Money notional, Quantity lots, int weight)
    {
        if (InSize is null)
        {
            return _tiers[TierOf(notional, lots, weight)].MaintenanceRate.Of(notional, Rounding.Ceiling);
        }

        Fraction rate = InSize.MaintenanceRate(lots, weight);
        return Money.FromMinorUnits(
            new Fraction(notional.MinorUnits * rate.Numerator, rate.Denominator).ToInt64(Rounding.Ceiling)
        );
    }

    private long AmountOf(Money notional, Quantity lots) =>
        Measure == TierMeasure.Notional ? notional.MinorUnits : lots.Magnitude.Lots;

    // Floors are whole, so that rounding one account's share down decides as the product would, which can overflow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TierOf(long amountOfOne)
    {
        int tier = 0;
        while (tier + 1 < _tiers.Length && amountOfOne >= _tiers[tier + 1].Floor)
        {
            tier++;
        }

        return tier;
    }

    private int TierAbove(long amount, int weight) => TierOf(OfOne(amount - 1, weight));

    // Most accounts stand for themselves, and a division costs as much as all the rest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long OfOne(long amount, int weight) => weight == 1 ? amount : amount / weight;

    /// <summary>Maintenance margin as a share of the notional; for display and for indicators, never for a balance.</summary>
    /// <param name="notional">Positive.</param>
    public double EffectiveRate(Money notional, Quantity lots, int weight) =>
        (double)Maintenance(notional, lots, weight).MinorUnits / notional.MinorUnits;

    private static Money StepOf(long floor, Rate lower, Rate upper)
    {
        Rational step = Deductions.Step(
            Rational.FromInteger(floor),
            Rational.FromRate(lower),
            Rational.FromRate(upper)
        );
        return Money.FromMinorUnits(step.ToInt64(Rounding.Ceiling));
    }

    private static MarginTier[] InOrder<T>(
        IReadOnlyList<(T Floor, Rate Rate, Leverage MaxLeverage)> stated,
        Func<T, long> amountOf
    )
    {
        MarginTier[] tiers =
        [
            .. stated.Select(each => new MarginTier(amountOf(each.Floor), each.Rate, each.MaxLeverage, Money.Zero)),
        ];
        RequireOrder(tiers);
        return tiers;
    }

    private static void RequireOrder(ReadOnlySpan<MarginTier> tiers)
    {
        if (tiers.IsEmpty || tiers[0].Floor != 0)
        {
            throw new ArgumentException("A margin schedule begins with a tier whose floor is zero.", nameof(tiers));
        }

        for (int k = 0; k < tiers.Length; k++)
        {
            bool rises =
                k == 0
                || (tiers[k].Floor > tiers[k - 1].Floor && tiers[k].MaintenanceRate > tiers[k - 1].MaintenanceRate);
            if (!rises || tiers[k].MaintenanceRate <= Rate.Zero || tiers[k].MaintenanceRate >= Rate.One)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"Tier {k + 1}: floors and rates must rise, rates from above 0 to below 1."
                    ),
                    nameof(tiers)
                );
            }
        }
    }
}
