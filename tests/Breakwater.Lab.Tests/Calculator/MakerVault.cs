using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>A vault whose auction is bought from until nothing is owed, nothing is left or nobody comes.</summary>
internal static class MakerVault
{
    private const int Buyers = 12;

    private static readonly Rational s_unit = Rational.FromFraction(1, 1_000_000_000_000_000_000);

    /// <summary>What does not add up between vault, auction and buyers; null where all does.</summary>
    public static string? Problem(LendingRules rules, Luck luck, ref long liquidated)
    {
        Rational collateral = Rational.FromFraction(luck.OfAnySize(1_000_000_000), 1000);
        Rational price = Rational.FromFraction(luck.OfAnySize(100_000_000), 1000);
        Rational rate = Rational.FromFraction(luck.Between(1000, 1300), 1000);
        Rational art = collateral * price * Rational.FromFraction(luck.Between(500, 1200), 1000) / rate;
        if (!MakerAuction.IsUnsafe(collateral, price, Rational.One / rules.CollateralFactor, art * rate))
        {
            return null;
        }

        liquidated++;
        Rational penalty = Rational.One + rules.Bonus;
        Rational dust = Rational.FromInteger(luck.OfAnySize(10_000));
        Rational? room = luck.Chance(0.5) ? art * rate * Rational.FromFraction(luck.Between(1, 1200), 1000) : null;
        MakerAuction.Auction auction = MakerAuction.Start(
            collateral,
            art,
            rate,
            penalty,
            price,
            rules.Buffer,
            dust,
            room,
            Rational.Zero,
            Rational.Zero
        );
        Rational taken = art - auction.NormalisedDebtLeft;
        bool addsUp =
            auction.Debt == taken * rate * penalty
            && auction.Lot * art == collateral * taken
            && (auction.NormalisedDebtLeft.IsZero || auction.NormalisedDebtLeft * rate >= dust);
        return addsUp ? SaleProblem(auction, dust * penalty, luck) : $"{auction} from {collateral} and {art}";
    }

    private static string? SaleProblem(in MakerAuction.Auction auction, Rational smallest, Luck luck)
    {
        (Rational debt, Rational lot) = (auction.Debt, auction.Lot);
        for (int buyer = 0; buyer < Buyers && debt.IsPositive && lot.IsPositive; buyer++)
        {
            Rational price = MakerAuction.LinearPrice(
                auction.Top,
                Rational.FromInteger(buyer),
                Rational.FromInteger(Buyers)
            );
            Rational amount = (lot * Rational.FromFraction(luck.Between(1, 1200), 1000)).RoundTo(
                s_unit,
                Rounding.Ceiling
            );
            if (MakerAuction.Take(debt, lot, price, smallest, amount) is not { } bought)
            {
                continue;
            }

            bool addsUp =
                bought.Paid + bought.DebtAfter == debt
                && bought.Bought + bought.LotAfter + bought.ReturnedToOwner == lot
                && bought.Bought <= Rational.Min(amount, lot)
                && (bought.Paid - bought.Bought * price).Magnitude <= price * s_unit;
            bool leavesEnough = bought.DebtAfter.IsZero || bought.DebtAfter >= smallest || bought.LotAfter.IsZero;
            if (!addsUp || !leavesEnough)
            {
                return $"{bought} of {lot} for {debt} at {price}, at least {smallest} to stay";
            }

            (debt, lot) = (bought.DebtAfter, bought.LotAfter);
        }

        return null;
    }
}
