using System.Numerics;
using Breakwater.Exchange;

namespace Breakwater.Testing;

public sealed partial class NaiveLendingMarket
{
    // In order of starting.
    private readonly List<NaiveLoan> _auctions = [];
    private readonly List<bool> _over = [];

    public bool IsOver(int auction) => _over[auction];

    public LendingRefusal StartAuction(int number, long second)
    {
        NaiveLoan loan = Loans[number];
        if (loan.Tab > 0)
        {
            return LendingRefusal.UnderAuction;
        }

        if (!CanBeLiquidated(loan))
        {
            return LendingRefusal.NotLiquidatable;
        }

        loan.Tab = Ceiling(loan.Debt * (s_points + assets[Only(loan)].Bonus), s_points);
        (loan.TopTicks, loan.AuctionStart) = (_ticks[Only(loan)], second);
        _auctions.Add(loan);
        _over.Add(false);
        return LendingRefusal.None;
    }

    public LendingRefusal RestartAuction(int auction, long second)
    {
        if (_over[auction])
        {
            return LendingRefusal.AuctionOver;
        }

        NaiveLoan loan = _auctions[auction];
        if (!NeedsRestart(loan, second))
        {
            return LendingRefusal.NeedsNoRestart;
        }

        (loan.TopTicks, loan.AuctionStart) = (_ticks[Only(loan)], second);
        return LendingRefusal.None;
    }

    public LendingRefusal Buy(int auction, long second, BigInteger atMost, out BigInteger[] done)
    {
        done = [0, 0, 0];
        if (_over[auction])
        {
            return LendingRefusal.AuctionOver;
        }

        NaiveLoan loan = _auctions[auction];
        if (NeedsRestart(loan, second))
        {
            return LendingRefusal.NeedsRestart;
        }

        // Units of debt for a unit of collateral: a ratio of whole numbers.
        int collateral = Only(loan);
        (BigInteger kept, BigInteger whole) = Fallen(loan, second);
        BigInteger price = loan.TopTicks * BigInteger.Pow(10, 10 - assets[collateral].Decimals) * rules.Buffer * kept;
        BigInteger over = UnitWorth(loan.DebtAsset) * s_points * whole;
        BigInteger lot = loan.Collateral[collateral];
        BigInteger bought = BigInteger.Min(atMost, lot);
        BigInteger paid = Ceiling(bought * price, over);
        BigInteger smallest = rules.Dust * (s_points + assets[collateral].Bonus) * loan.Weight;
        BigInteger oneDollar = BigInteger.Pow(10, assets[loan.DebtAsset].Decimals);
        if (bought * price > loan.Tab * over)
        {
            (paid, bought) = (loan.Tab, loan.Tab * over / price);
        }
        else if (
            bought * price < loan.Tab * over
            && bought < lot
            && (loan.Tab * over - bought * price) * s_points < smallest * oneDollar * over
        )
        {
            if (loan.Tab * s_points <= smallest * oneDollar)
            {
                return LendingRefusal.LeavesDust;
            }

            BigInteger allowed = loan.Tab * s_points - smallest * oneDollar;
            (paid, bought) = (Ceiling(allowed, s_points), allowed * over / (price * s_points));
        }

        if (bought == 0 || paid == 0)
        {
            return LendingRefusal.TooSmall;
        }

        done = [paid, bought, 0];
        loan.Tab -= paid;
        loan.Debt -= BigInteger.Min(paid, loan.Debt);
        loan.Collateral[collateral] -= bought;
        if (loan.Tab == 0 || loan.Collateral[collateral] == 0)
        {
            loan.Tab = 0;
            _over[auction] = true;
            WriteOff(loan);
        }

        return LendingRefusal.None;
    }

    private bool NeedsRestart(NaiveLoan loan, long second)
    {
        (BigInteger kept, BigInteger whole) = Fallen(loan, second);
        return second - loan.AuctionStart > rules.Tail || kept * s_points < rules.Cusp * whole;
    }

    // What so many steps left of the starting price, as a ratio.
    private (BigInteger Kept, BigInteger Whole) Fallen(NaiveLoan loan, long second)
    {
        int steps = (int)((second - loan.AuctionStart) / rules.Step);
        return (BigInteger.Pow(rules.Cut, steps), BigInteger.Pow(s_points, steps));
    }
}
