using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Maker's liquidation 2.0: a Dutch auction of collateral for a debt with a penalty.</summary>
/// <remarks>Source: docs/venues/maker-liq2.md. Amounts of collateral and debt have 18 decimals.</remarks>
public static class MakerAuction
{
    private static readonly Rational s_unit = Rational.FromFraction(1, 1_000_000_000_000_000_000);

    /// <param name="Debt">To be raised, penalty included ("tab").</param>
    /// <param name="Lot">Collateral on sale.</param>
    /// <param name="Top">Starting price.</param>
    /// <param name="NormalisedDebtLeft">What stays in the vault ("art").</param>
    /// <param name="KeeperReward">Flat and in proportion to the debt to be raised, penalty included.</param>
    public readonly record struct Auction(
        Rational Debt,
        Rational Lot,
        Rational Top,
        Rational NormalisedDebtLeft,
        Rational KeeperReward
    );

    public readonly record struct Purchase(
        Rational Bought,
        Rational Paid,
        Rational DebtAfter,
        Rational LotAfter,
        Rational ReturnedToOwner
    );

    /// <summary>Debt above what the collateral may carry; equality is safe.</summary>
    /// <param name="ratio">Of collateral to debt, such as 1.5.</param>
    public static bool IsUnsafe(Rational collateral, Rational price, Rational ratio, Rational debt) =>
        collateral * price / ratio < debt;

    /// <summary>Why no auction of an unsafe vault starts; null where one does.</summary>
    /// <param name="room">What limits leave for new auctions; null for no limit.</param>
    /// <param name="penalty">One and the penalty, such as 1.13.</param>
    /// <param name="dust">Smallest debt of a vault, and of an auction of part of one.</param>
    public static AuctionRefusal? RefusalOf(
        Rational normalisedDebt,
        Rational rate,
        Rational penalty,
        Rational dust,
        Rational? room
    )
    {
        if (room is { IsPositive: false })
        {
            return AuctionRefusal.LimitHit;
        }

        Rational taken = Taken(normalisedDebt, rate, penalty, dust, room);
        return taken < normalisedDebt && taken * rate < dust ? AuctionRefusal.DustyAuction : null;
    }

    /// <summary>The auction that starts unless it is refused.</summary>
    /// <param name="tip">The keeper's flat reward.</param>
    /// <param name="chip">The keeper's share of the debt to be raised.</param>
    public static Auction Start(
        Rational collateral,
        Rational normalisedDebt,
        Rational rate,
        Rational penalty,
        Rational price,
        Rational buffer,
        Rational dust,
        Rational? room,
        Rational tip,
        Rational chip
    )
    {
        Rational taken = Taken(normalisedDebt, rate, penalty, dust, room);
        Rational debt = taken * rate * penalty;
        return new Auction(
            debt,
            collateral * taken / normalisedDebt,
            price * buffer,
            normalisedDebt - taken,
            tip + debt * chip
        );
    }

    // As much as there is room for; all where the rest would be dust.
    private static Rational Taken(
        Rational normalisedDebt,
        Rational rate,
        Rational penalty,
        Rational dust,
        Rational? room
    )
    {
        if (room is not { } left || left / rate / penalty >= normalisedDebt)
        {
            return normalisedDebt;
        }

        Rational taken = (left / rate / penalty).RoundTo(s_unit, Rounding.Floor);
        return (normalisedDebt - taken) * rate < dust ? normalisedDebt : taken;
    }

    /// <summary>Falls in a straight line to zero.</summary>
    public static Rational LinearPrice(Rational top, Rational elapsed, Rational duration) =>
        top * Rational.Max(Rational.Zero, duration - elapsed) / duration;

    /// <summary>Keeps a share of itself at each step.</summary>
    /// <param name="cut">Such as 0.99.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 2,000 steps.</exception>
    public static Rational StairstepPrice(Rational top, Rational elapsed, Rational step, Rational cut)
    {
        long steps = (elapsed / step).ToInt64(Rounding.Floor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, 2_000, nameof(elapsed));
        Rational price = top;
        for (long k = 0; k < steps; k++)
        {
            price *= cut;
        }

        return price;
    }

    /// <summary>Too old, or fallen too far, to go on without being restarted.</summary>
    public static bool NeedsRestart(Rational elapsed, Rational tail, Rational price, Rational top, Rational cusp) =>
        elapsed > tail || price / top < cusp;

    /// <summary>Takes as much as is asked for, there is and is owed; leaves no debt or no less than a minimum.</summary>
    /// <param name="smallest">Debt that must stay if any does ("chost").</param>
    /// <returns>Null where so small a purchase is refused.</returns>
    public static Purchase? Take(Rational debt, Rational lot, Rational price, Rational smallest, Rational amount)
    {
        Rational bought = Rational.Min(amount, lot);
        Rational paid = bought * price;
        if (paid > debt)
        {
            paid = debt;
            bought = (paid / price).RoundTo(s_unit, Rounding.Floor);
        }
        else if (paid < debt && bought < lot && debt - paid < smallest)
        {
            if (debt <= smallest)
            {
                return null;
            }

            paid = debt - smallest;
            bought = (paid / price).RoundTo(s_unit, Rounding.Floor);
        }

        (Rational owed, Rational left) = (debt - paid, lot - bought);
        return owed.IsZero
            ? new Purchase(bought, paid, Rational.Zero, Rational.Zero, left)
            : new Purchase(bought, paid, owed, left, Rational.Zero);
    }
}
