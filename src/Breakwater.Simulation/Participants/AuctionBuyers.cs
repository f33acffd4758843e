using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>They put unsafe vaults up for auction, and buy once the falling price pays for the last coin that they sell.</summary>
internal sealed class AuctionBuyers(LendingInWorld lending, IReadOnlyList<SeizedCoins?> coins, bool sell)
{
    private const double UnitsPerCoin = 100_000_000;
    private const double UnitsPerDollar = 1_000_000;

    private readonly List<int> _open = [];

    public void Reset() => _open.Clear();

    public void Act(Timestamp now)
    {
        foreach (LoanId vault in lending.Market.Liquidatable())
        {
            LendingRefusal answer = lending.Market.StartAuction(now, vault);
            Invariant.Holds(answer == LendingRefusal.None, "an unsafe vault goes to auction");
            _open.Add(lending.Market.AuctionCount - 1);
        }

        foreach (int auction in _open)
        {
            if (lending.Market.AuctionPrice(auction, now) is { } price)
            {
                Buy(now, auction, price.ToDouble() * UnitsPerCoin / UnitsPerDollar);
            }
            else
            {
                lending.Market.RestartAuction(now, auction);
            }
        }

        _open.RemoveAll(lending.Market.IsOver);
    }

    /// <param name="price">Dollars for a coin.</param>
    private void Buy(Timestamp now, int auction, double price)
    {
        SeizedCoins seized = coins[lending.Market.CollateralOf(auction)]!;
        double least = price * (1 + lending.Parameters.Liquidators.LeastProfit);
        double bid = seized.Bid;
        double units =
            sell ? seized.DollarsDownTo(least) / bid * UnitsPerCoin
            : bid > least ? long.MaxValue / 2
            : 0;
        var atMost = Money.FromMinorUnits((long)Math.Min(units, long.MaxValue / 2));
        if (!atMost.IsPositive)
        {
            return;
        }

        LendingCall bought = lending.Market.Buy(now, auction, atMost);
        if (bought.IsDone)
        {
            seized.Add(bought.Received);
            if (sell)
            {
                seized.SellDownTo(now, least);
            }
        }
    }
}
