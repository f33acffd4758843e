using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Tiers from a floor on: marginal (each part of the notional at its own tier's rate), or one rate for the whole position.</summary>
public sealed class TieredRequirements : IMarginRequirements
{
    private readonly Requirement[] _tiers;
    private readonly bool _whole;

    private TieredRequirements(TierMeasure measure, Requirement[] tiers, bool whole)
    {
        Measure = measure;
        _tiers = tiers;
        _whole = whole;
    }

    public TierMeasure Measure { get; }

    public int Tiers => _tiers.Length;

    /// <summary>Marginal: deductions follow from floors and rates.</summary>
    /// <param name="tiers">Floors of notional rising from zero; deductions are not read.</param>
    /// <exception cref="ArgumentException">The floors break that order.</exception>
    public static TieredRequirements Marginal(IReadOnlyList<Requirement> tiers)
    {
        RequireOrder(tiers);
        Rational[] deductions = Deductions.Of(
            [.. tiers.Select(tier => tier.Floor)],
            [.. tiers.Select(tier => tier.MaintenanceRate)]
        );
        return new(
            TierMeasure.Notional,
            [.. tiers.Select((tier, k) => tier with { Deduction = deductions[k] })],
            whole: false
        );
    }

    /// <summary>The whole position is charged the rate of the tier it is in. A position at a limit is still below it.</summary>
    /// <param name="tiers">Floors rising from zero; nothing is deducted.</param>
    /// <exception cref="ArgumentException">The floors break that order.</exception>
    public static TieredRequirements WholePosition(TierMeasure measure, IReadOnlyList<Requirement> tiers)
    {
        RequireOrder(tiers);
        return new(measure, [.. tiers.Select(tier => tier with { Deduction = Rational.Zero })], whole: true);
    }

    /// <summary>
    /// Each step above a base limit adds as much to initial and to maintenance rate of the whole position, until the initial
    /// margin is the notional.
    /// </summary>
    /// <param name="step">Positive: notional.</param>
    /// <param name="rateStep">Positive.</param>
    public static TieredRequirements Stepped(
        Rational baseLimit,
        Rational step,
        Rational initialRate,
        Rational maintenanceRate,
        Rational rateStep
    )
    {
        var tiers = new List<Requirement> { new(Rational.Zero, maintenanceRate, Rational.Zero, initialRate) };
        for (Rational floor = baseLimit; tiers[^1].InitialRate + rateStep <= Rational.One; floor += step)
        {
            tiers.Add(
                new Requirement(
                    floor,
                    tiers[^1].MaintenanceRate + rateStep,
                    Rational.Zero,
                    tiers[^1].InitialRate + rateStep
                )
            );
        }

        return WholePosition(TierMeasure.Notional, tiers);
    }

    public Requirement Tier(int tier, Rational quantity) => _tiers[tier];

    /// <summary>The tier that an amount of the schedule's measure is in.</summary>
    public int TierOf(Rational amount)
    {
        int tier = 0;
        while (tier + 1 < _tiers.Length && IsAbove(amount, _tiers[tier + 1].Floor))
        {
            tier++;
        }

        return tier;
    }

    public int TierOf(Rational notional, Rational quantity) =>
        TierOf(Measure == TierMeasure.Notional ? notional : quantity);

    private bool IsAbove(Rational amount, Rational floor) => _whole ? amount > floor : amount >= floor;

    private static void RequireOrder(IReadOnlyList<Requirement> tiers)
    {
        if (tiers.Count == 0 || !tiers[0].Floor.IsZero)
        {
            throw new ArgumentException("A margin schedule begins with a tier whose floor is zero.", nameof(tiers));
        }

        for (int k = 1; k < tiers.Count; k++)
        {
            if (tiers[k].Floor <= tiers[k - 1].Floor)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Tier {k + 1}: floors must rise."),
                    nameof(tiers)
                );
            }
        }
    }
}
