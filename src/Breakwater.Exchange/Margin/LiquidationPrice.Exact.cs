using Breakwater.Domain;

namespace Breakwater.Exchange;

public static partial class LiquidationPrice
{
    /// <summary>The mark at which equity falls to the margin required, exact, whatever the venue's parts.</summary>
    /// <remarks>
    /// The tier is that of the notional at the answer, as venues publish it. Where one tier asks more of the whole position than
    /// the one before, a short can cross from one tier into liquidation: the answer is then the floor of the tier.
    /// </remarks>
    /// <param name="balance">What stands behind the position besides its own profit: margin or wallet, other positions' profit less their maintenance margins.</param>
    /// <param name="closingRate">Added to the maintenance rate; zero where the venue leaves the closing fee out.</param>
    /// <param name="basis">At entry, maintenance margin does not change with the mark.</param>
    /// <returns>False if no positive price does that.</returns>
    public static bool TryFind(
        in Holding holding,
        Rational balance,
        IMarginRequirements schedule,
        Rational closingRate,
        MarginBasis basis,
        out Rational price
    )
    {
        Rational required = holding.Signed(holding.EntryValue) - balance;
        Rational notional =
            basis == MarginBasis.Entry
                ? AtFixedMaintenance(holding, required, schedule, closingRate)
                : AtTierOfAnswer(holding, required, schedule, closingRate);
        price = notional.IsPositive ? holding.PriceAt(notional) : default;
        return notional.IsPositive;
    }

    private static Rational AtFixedMaintenance(
        in Holding holding,
        Rational required,
        IMarginRequirements schedule,
        Rational closingRate
    )
    {
        Rational value = holding.EntryValue;
        Rational maintenance = schedule.Of(value, holding.Quantity).Maintenance(value) + value * closingRate;
        return NotionalCarrying(holding.Direction, required + maintenance, default, Rational.Zero);
    }

    private static Rational AtTierOfAnswer(
        in Holding holding,
        Rational required,
        IMarginRequirements schedule,
        Rational closingRate
    )
    {
        int tier = schedule.TierOf(holding.Value, holding.Quantity);
        if (schedule.Measure == TierMeasure.Quantity || schedule.Tiers == 1)
        {
            return NotionalCarrying(holding.Direction, required, schedule.Tier(tier, holding.Quantity), closingRate);
        }

        return holding.Direction > 0
            ? SearchDown(holding, required, schedule, closingRate)
            : SearchUp(holding, required, schedule, closingRate);
    }

    // A falling notional is safe down to the answer of its tier.
    private static Rational SearchDown(
        in Holding holding,
        Rational required,
        IMarginRequirements schedule,
        Rational closingRate
    )
    {
        int tier = StartOf(holding, required, schedule, closingRate, schedule.Tiers - 1);
        while (true)
        {
            Requirement asked = schedule.Tier(tier, holding.Quantity);
            Rational notional = NotionalCarrying(1, required, asked, closingRate);
            if (tier == 0 || notional >= asked.Floor)
            {
                return notional;
            }

            tier--;
        }
    }

    // A rising notional is safe up to the answer of its tier, or up to the floor from which more is asked of it.
    private static Rational SearchUp(
        in Holding holding,
        Rational required,
        IMarginRequirements schedule,
        Rational closingRate
    )
    {
        int tier = StartOf(holding, required, schedule, closingRate, 0);
        while (true)
        {
            Requirement asked = schedule.Tier(tier, holding.Quantity);
            Rational notional = NotionalCarrying(-1, required, asked, closingRate);
            if (tier + 1 == schedule.Tiers || notional < schedule.Tier(tier + 1, holding.Quantity).Floor)
            {
                return tier > 0 ? Rational.Max(notional, asked.Floor) : notional;
            }

            tier++;
        }
    }

    // Somebody who is safe now is liquidated in the present tier or beyond it; else every tier may hold the answer.
    private static int StartOf(
        in Holding holding,
        Rational required,
        IMarginRequirements schedule,
        Rational closingRate,
        int outermost
    )
    {
        Rational value = holding.Value;
        int tier = schedule.TierOf(value, holding.Quantity);
        Rational maintenance = schedule.Tier(tier, holding.Quantity).Maintenance(value) + value * closingRate;
        return holding.Signed(value) - maintenance >= required ? tier : outermost;
    }

    private static Rational NotionalCarrying(
        int direction,
        Rational required,
        in Requirement asked,
        Rational closingRate
    )
    {
        (Rational numerator, Rational denominator) = CarriedNotional.Solve(
            direction,
            required,
            asked.Deduction,
            asked.MaintenanceRate + closingRate,
            Rational.One
        );
        return denominator.IsPositive ? numerator / denominator : Rational.Zero;
    }
}
