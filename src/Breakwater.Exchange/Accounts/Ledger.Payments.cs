using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a margin account pays and is paid: fees, the fund, liquidators, losses that nobody pays or all share.</summary>
internal sealed unsafe partial class Ledger
{
    /// <param name="amount">Negative for a rebate.</param>
    public void ChargeFee(int position, Money amount)
    {
        if (amount.IsZero)
        {
            return;
        }

        Balance(position) -= amount;
        FeesCollected += amount;
        MarketEvent.WriteFeeCharged(ref _log.Next(), Now, InstrumentOf(position), OwnerOf(position), amount);
    }

    public void PayToFund(int position, Money amount)
    {
        if (amount.IsZero)
        {
            return;
        }

        Balance(position) -= amount;
        _accounts.At(Fund.Index).Wallet += amount;
        _log.Write(MarketEvent.InsuranceFundCredited(Now, InstrumentOf(position), OwnerOf(position), Fund, amount));
    }

    public void PayFromFund(int position, Money amount)
    {
        Balance(position) += amount;
        _accounts.At(Fund.Index).Wallet -= amount;
        _log.Write(MarketEvent.InsuranceFundDebited(Now, InstrumentOf(position), OwnerOf(position), Fund, amount));
    }

    /// <summary>Pays a liquidator, who is of the outside, for what it took over.</summary>
    /// <param name="amount">Not negative.</param>
    public void PayLiquidator(int position, Money amount)
    {
        if (amount.IsZero)
        {
            return;
        }

        Balance(position) -= amount;
        _accounts.At(Outside.Index).Wallet += amount;
        _log.Write(MarketEvent.LiquidatorPaid(Now, InstrumentOf(position), OwnerOf(position), Outside, amount));
    }

    /// <summary>Credits an account with what the outside pays for a part of its collateral.</summary>
    /// <param name="proceeds">Positive; what the sale cost is no part of them.</param>
    public void CreditSale(int account, AssetId asset, Quantity units, Price price, Money proceeds, Money cost)
    {
        _accounts.At(account).Wallet += proceeds;
        _accounts.At(Outside.Index).Wallet -= proceeds;
        var owner = new AccountId(account);
        _log.Write(MarketEvent.CollateralSold(Now, owner, Outside, asset, units, price, proceeds, cost));
    }

    public void LeaveUnpaid(int position, Money amount)
    {
        Balance(position) += amount;
        UnpaidLoss += amount;
        UnsharedLoss += amount;
        _log.Write(MarketEvent.LossLeftUnpaid(Now, InstrumentOf(position), OwnerOf(position), amount));
    }

    /// <summary>Has a position's balance bear a part of the unpaid losses.</summary>
    /// <param name="amount">Negative for whom the rounding of others' parts is left.</param>
    public void ShareLoss(int position, Money amount)
    {
        if (amount.IsZero)
        {
            return;
        }

        Balance(position) -= amount;
        UnpaidLoss -= amount;
        _log.Write(MarketEvent.LossShared(Now, InstrumentOf(position), OwnerOf(position), amount));
    }

    /// <summary>What has not been shared by now stays unpaid.</summary>
    public void EndSharing() => UnsharedLoss = Money.Zero;
}
