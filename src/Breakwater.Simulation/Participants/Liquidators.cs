using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>They repay loans of Aave or Compound that may be liquidated, where the last coin that they sell still pays.</summary>
internal sealed class Liquidators(LendingInWorld lending, IReadOnlyList<SeizedCoins?> coins, bool sell)
{
    private readonly bool[] _isDone = new bool[coins.Count];

    public void Act(Timestamp now)
    {
        Array.Clear(_isDone);
        foreach (LoanId loan in lending.Market.Liquidatable())
        {
            while (Liquidate(now, loan)) { }
        }
    }

    // As long as more may be repaid at once.
    private bool Liquidate(Timestamp now, LoanId loan)
    {
        foreach (int collateral in MostValuableFirst(loan))
        {
            LendingCall most = lending.Market.Plan(loan, collateral, Money.MaxValue);
            if (most.IsDone && !_isDone[collateral] && Liquidate(now, loan, collateral, most, out bool isMost))
            {
                return isMost;
            }
        }

        return false;
    }

    // Whether anything was: it may not pay, or leave less than the protocol lets it.
    private bool Liquidate(Timestamp now, LoanId loan, int collateral, in LendingCall most, out bool isMost)
    {
        SeizedCoins seized = coins[collateral]!;
        double worth = DollarsOf(lending.Market.DebtAssetOf(loan), most.Repaid);
        double received = CoinsOf(collateral, most.Received);
        double least = worth * (1 + lending.Parameters.Liquidators.LeastProfit) / received;
        double share = !sell && seized.Bid > least ? 1 : seized.DollarsDownTo(least) / (received * seized.Bid);
        var atMost = Money.FromMinorUnits((long)(most.Repaid.MinorUnits * Math.Min(share, 1)));

        LendingCall done = lending.Market.Liquidate(now, loan, collateral, share < 1 ? atMost : most.Repaid);

        isMost = share >= 1;
        if (!done.IsDone)
        {
            return false;
        }

        // What is bid is used up by a part of a loan: the next waits for more.
        _isDone[collateral] = !isMost;

        seized.Add(done.Received);
        if (sell)
        {
            seized.SellDownTo(now, least);
        }

        return true;
    }

    private IEnumerable<int> MostValuableFirst(LoanId loan) =>
        Enumerable
            .Range(0, coins.Count)
            .Where(asset => coins[asset] is not null && lending.Market.CollateralOf(loan, asset).IsPositive)
            .OrderByDescending(asset => lending.Market.WorthOf(asset, lending.Market.CollateralOf(loan, asset)));

    // A debt in a coin is repaid from a holding of it, at the price of now.
    private double DollarsOf(int asset, Money amount) => CoinsOf(asset, amount) * (coins[asset]?.Place.Price ?? 1);

    private double CoinsOf(int asset, Money amount) =>
        amount.MinorUnits * (double)new decimal(1, 0, 0, false, (byte)lending.Market.Assets[asset].Decimals);
}
