using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Maintenance margin in brackets: each part of a notional is charged its own bracket's rate.</summary>
/// <remarks>
/// Written as <c>notional × rate − deduction</c>, with
/// <c>deduction(k) = floor(k) × (rate(k) − rate(k−1)) + deduction(k−1)</c>, rounded up to a minor unit where it is not whole.
/// An account of weight w is w identical accounts: its floors and deductions are w times as large. Source:
/// docs/venues/binance-usdm.md and docs/venues/hyperliquid.md.
/// </remarks>
public sealed class MarginSchedule
{
    private readonly MarginTier[] _tiers;

    private MarginSchedule(MarginTier[] tiers) => _tiers = tiers;

    public ReadOnlySpan<MarginTier> Tiers => _tiers;

    public Rate HighestRate => _tiers[^1].MaintenanceRate;

    public Leverage HighestLeverage => _tiers[0].MaxLeverage;

    /// <summary>Deductions follow from floors and rates.</summary>
    /// <param name="brackets">First floor zero, floors rising, rates rising from above 0 to below 1.</param>
    /// <exception cref="ArgumentException">The brackets break that order.</exception>
    public static MarginSchedule FromBrackets(IReadOnlyList<(Money Floor, Rate Rate, Leverage MaxLeverage)> brackets)
    {
        RequireOrder(brackets);
        var tiers = new MarginTier[brackets.Count];
        Money deduction = Money.Zero;
        for (int k = 0; k < tiers.Length; k++)
        {
            (Money floor, Rate rate, Leverage leverage) = brackets[k];
            if (k > 0)
            {
                deduction += StepOf(floor, brackets[k - 1].Rate, rate);
            }

            tiers[k] = new MarginTier(floor, rate, leverage, deduction);
        }

        return new MarginSchedule(tiers);
    }

    /// <summary>The bracket that charges a notional.</summary>
    /// <param name="notional">Not negative.</param>
    public int TierOf(Money notional, int weight)
    {
        // Floors are whole, so that rounding one account's share down decides as the product would, which can overflow.
        Money ofOne = weight == 1 ? notional : Money.FromMinorUnits(notional.MinorUnits / weight);
        int tier = 0;
        while (tier + 1 < _tiers.Length && ofOne >= _tiers[tier + 1].Floor)
        {
            tier++;
        }

        return tier;
    }

    /// <summary>Maintenance margin, rounded up to a minor unit.</summary>
    /// <remarks>
    /// Equity is whole, so that comparing it with the rounded requirement decides exactly as the unrounded one would.
    /// </remarks>
    /// <param name="notional">Not negative.</param>
    public Money Maintenance(Money notional, int weight)
    {
        ref readonly MarginTier tier = ref _tiers[TierOf(notional, weight)];
        return tier.MaintenanceRate.Of(notional, Rounding.Ceiling) - tier.Deduction * weight;
    }

    /// <summary>Maintenance margin as a share of the notional; for display and for indicators, never for a balance.</summary>
    /// <param name="notional">Positive.</param>
    public double EffectiveRate(Money notional, int weight)
    {
        ref readonly MarginTier tier = ref _tiers[TierOf(notional, weight)];
        double rate = (double)tier.MaintenanceRate.Numerator / tier.MaintenanceRate.Denominator;
        return rate - (double)tier.Deduction.MinorUnits * weight / notional.MinorUnits;
    }

    public Leverage MaxLeverage(Money notional, int weight) => _tiers[TierOf(notional, weight)].MaxLeverage;

    private static Money StepOf(Money floor, Rate lower, Rate upper)
    {
        Rational step = Deductions.Step(
            Rational.FromInteger(floor.MinorUnits),
            Rational.FromRate(lower),
            Rational.FromRate(upper)
        );
        return Money.FromMinorUnits(step.ToInt64(Rounding.Ceiling));
    }

    private static void RequireOrder(IReadOnlyList<(Money Floor, Rate Rate, Leverage MaxLeverage)> brackets)
    {
        if (brackets.Count == 0 || !brackets[0].Floor.IsZero)
        {
            throw new ArgumentException(
                "A margin schedule begins with a bracket whose floor is zero.",
                nameof(brackets)
            );
        }

        for (int k = 0; k < brackets.Count; k++)
        {
            bool rises =
                k == 0 || (brackets[k].Floor > brackets[k - 1].Floor && brackets[k].Rate > brackets[k - 1].Rate);
            if (!rises || brackets[k].Rate <= Rate.Zero || brackets[k].Rate >= Rate.One)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"Bracket {k + 1}: floors and rates must rise, rates from above 0 to below 1."
                    ),
                    nameof(brackets)
                );
            }
        }
    }
}
