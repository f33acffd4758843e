using System.Globalization;
using System.Numerics;
using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Formulas of lending protocols beside twins in other arithmetic, case by case.</summary>
public sealed class LendingTwinTests
{
    private const int Draws = 500;

    // Aave: either the debt is repaid and collateral remains, or the collateral is used up.
    [Fact]
    public void Aave_seizes_for_what_is_repaid_and_no_more_than_there_is()
    {
        var luck = new Luck(56);
        for (int draw = 0; draw < Draws; draw++)
        {
            (decimal repay, decimal balance) = (luck.Between(1, 1000), luck.Between(1, 1000));
            (decimal debtPrice, decimal price) = (luck.Between(1, 9), luck.Between(1, 9));
            decimal wanted = repay * debtPrice * 1.05m / price;
            decimal seized = Math.Min(wanted, balance);

            AaveLiquidation.Seizure seizure = AaveLiquidation.Seize(
                Exact(repay),
                Exact(debtPrice),
                Exact(price),
                Rational.Parse("0.05"),
                Exact(balance),
                Rational.Parse("0.1")
            );

            Assert.Equal((double)seized, seizure.Seized.ToDouble(), 9);
            // What is repaid is worth what is seized without its bonus; the protocol keeps a tenth of that.
            Assert.Equal((double)(seized * price / 1.05m / debtPrice), seizure.Repaid.ToDouble(), 9);
            Assert.Equal((double)(seized * 0.05m / 1.05m / 10), seizure.ProtocolFee.ToDouble(), 9);
        }
    }

    // Aave: a dollar of the reserve's debt at a time, while there is one and the share of the total is not used up.
    [Fact]
    public void Aave_repays_dollar_by_dollar_up_to_the_reserve_or_half_of_all_debt()
    {
        var luck = new Luck(59);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long owed, long others) = (luck.Between(1, 4000), luck.Between(0, 4000));
            (long collateral, long health) = (luck.Between(1, 4000), luck.Between(900, 999));
            bool isWhole = health <= 950 || owed < 2000 || collateral < 2000;
            long repaid = 0;
            while (repaid < owed && (isWhole || 2 * (repaid + 1) <= owed + others))
            {
                repaid++;
            }

            Rational share = AaveLiquidation.CloseFactor(
                Share(health),
                Share(950),
                Share(500),
                Whole(collateral),
                Whole(owed),
                small: Whole(2000)
            );
            Rational most = AaveLiquidation.MostRepaid(Whole(owed), Whole(1), Whole(owed + others), share);

            Assert.Equal(Whole(repaid), most.ToInteger(Rounding.Floor));
        }
    }

    // Compound: unit by unit, while the tokens for the next are there; the last may be paid for in part.
    [Fact]
    public void Compound_repays_unit_by_unit_while_there_are_tokens_for_the_next()
    {
        var luck = new Luck(60);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long held, long perMille) = (luck.Between(0, 500), luck.Between(300, 3000));
            long repaid = 0;
            while ((repaid + 1) * perMille <= held * 1000)
            {
                repaid++;
            }

            Rational most = CompoundLiquidation.MostRepaid(Whole(held), Share(perMille));

            Assert.Equal(Whole(repaid), most.ToInteger(Rounding.Floor));
            Assert.Equal(Whole(held), CompoundLiquidation.SeizeTokens(most, Share(perMille)));
        }
    }

    // Maker: a unit of debt at a time goes into the auction, until its worth with the penalty fills the room.
    [Fact]
    public void Maker_auctions_unit_by_unit_until_the_room_is_full()
    {
        var luck = new Luck(61);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long debt, long dust) = (luck.Between(1, 60), luck.Between(1, 30));
            (long room, long penalty) = (luck.Between(0, 90), luck.Between(1, 2));
            long taken = 0;
            while (taken < debt && (taken + 1) * penalty <= room)
            {
                taken++;
            }

            // Half a unit of room buys half a unit of debt.
            decimal exact = taken < debt ? (decimal)room / penalty : debt;
            bool leavesDust = exact < debt && debt - exact < dust;
            AuctionRefusal? twin =
                room == 0 ? AuctionRefusal.LimitHit
                : exact < debt && !leavesDust && exact < dust ? AuctionRefusal.DustyAuction
                : null;
            AuctionRefusal? refusal = MakerAuction.RefusalOf(
                Whole(debt),
                Whole(1),
                Whole(penalty),
                Whole(dust),
                Whole(room)
            );

            Assert.Equal(twin, refusal);
            if (refusal is null)
            {
                Rational part = leavesDust ? Whole(debt) : Exact(exact);
                MakerAuction.Auction auction = StartOf(Whole(debt), Whole(penalty), Whole(dust), Whole(room));
                Assert.Equal(part * Whole(penalty), auction.Debt);
                Assert.Equal(Whole(7) + auction.Debt * Share(20), auction.KeeperReward);
                Assert.Equal(Whole(debt) - part, auction.NormalisedDebtLeft);
            }
        }
    }

    private static MakerAuction.Auction StartOf(Rational debt, Rational penalty, Rational dust, Rational room) =>
        MakerAuction.Start(
            collateral: debt,
            normalisedDebt: debt,
            rate: Whole(1),
            penalty,
            price: Whole(1),
            buffer: Whole(1),
            dust,
            room,
            tip: Whole(7),
            chip: Share(20)
        );

    [Fact]
    public void Compound_truncates_as_integers_of_eighteen_decimals_do()
    {
        var luck = new Luck(57);
        BigInteger one = BigInteger.Pow(10, 18);
        for (int draw = 0; draw < Draws; draw++)
        {
            (BigInteger borrow, BigInteger price, BigInteger rate) = (Drawn(luck), Drawn(luck), Drawn(luck));
            long repay = luck.OfAnySize(1_000_000_000_000);
            BigInteger over = 108 * one / 100 * borrow / one;
            BigInteger under = price * rate / one;
            BigInteger twin = over * one / under * repay / one;

            Rational perUnit = CompoundLiquidation.TokensPerUnit(
                Rational.Parse("1.08"),
                OfMantissa(borrow),
                OfMantissa(price),
                OfMantissa(rate)
            );
            Rational seized = CompoundLiquidation.SeizeTokens(Whole(repay), perUnit);

            Assert.Equal(twin.ToString(CultureInfo.InvariantCulture), seized.ToString());
        }
    }

    // Maker: a unit of collateral at a time, until the buyer has enough, nothing is left or the debt is paid.
    [Fact]
    public void Maker_sells_unit_by_unit_until_somebody_has_enough()
    {
        var luck = new Luck(58);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long lot, long price, long amount) = (luck.Between(1, 60), luck.Between(1, 20), luck.Between(1, 80));
            long debt = luck.Between(1, 40) * price;
            (long bought, long paid) = (0, 0);
            while (bought < Math.Min(amount, lot) && paid < debt)
            {
                (bought, paid) = (bought + 1, paid + price);
            }

            MakerAuction.Purchase? sale = MakerAuction.Take(
                Whole(debt),
                Whole(lot),
                Whole(price),
                smallest: Rational.Zero,
                Whole(amount)
            );

            Assert.Equal((Whole(bought), Whole(paid)), (sale!.Value.Bought, sale.Value.Paid));
            Assert.Equal(Whole(debt - paid), sale.Value.DebtAfter);
            Assert.Equal(Whole(lot - bought), sale.Value.LotAfter + sale.Value.ReturnedToOwner);
        }
    }

    private static BigInteger Drawn(Luck luck) =>
        (BigInteger)luck.Between(1_000_000_000, 4_000_000_000) * luck.Between(100_000_000, 1_000_000_000);

    private static Rational OfMantissa(BigInteger mantissa) =>
        Rational.Parse(mantissa.ToString(CultureInfo.InvariantCulture)) / Rational.Parse("1e18");

    private static Rational Share(long thousandths) => Rational.FromFraction(thousandths, 1000);

    private static Rational Whole(long number) => Rational.FromInteger(number);

    private static Rational Exact(decimal number) => Rational.FromDecimal(number);
}
