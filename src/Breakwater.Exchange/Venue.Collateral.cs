using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Assets beside the settlement currency that stand behind the positions of cross accounts.</summary>
public sealed partial class Venue
{
    /// <summary>An account brings in some of an asset, from outside the venue.</summary>
    /// <param name="quantity">In the asset's smallest amounts; positive.</param>
    public Rejection DepositCollateral(Timestamp time, AccountId account, AssetId asset, Quantity quantity)
    {
        Begin(time);
        Rejection reason = CheckCollateral(account, asset, quantity);
        if (reason != Rejection.None)
        {
            return Reject(account, reason);
        }

        ref Account row = ref _ledger.Account(account.Index);
        _collateral!.Deposit(account.Index, row.Weight, asset.Index, quantity);
        row.HasCollateral = true;
        _ledger.Write(MarketEvent.CollateralDeposited(time, account, asset, quantity));
        PlaceCross(account);
        return Rejection.None;
    }

    /// <summary>Takes out what nothing relies on: initial margins of positions stay covered.</summary>
    /// <param name="quantity">In the asset's smallest amounts; positive.</param>
    public Rejection WithdrawCollateral(Timestamp time, AccountId account, AssetId asset, Quantity quantity)
    {
        Begin(time);
        Rejection reason = CheckCollateral(account, asset, quantity);
        if (reason == Rejection.None && !MayTakeOut(account, asset, quantity))
        {
            reason = Rejection.InsufficientMargin;
        }

        if (reason != Rejection.None)
        {
            return Reject(account, reason);
        }

        int weight = _ledger.Account(account.Index).Weight;
        _collateral!.Deposit(account.Index, weight, asset.Index, -quantity);
        _ledger.Write(MarketEvent.CollateralWithdrawn(time, account, asset, quantity));
        PlaceCross(account);
        return Rejection.None;
    }

    /// <summary>Sets what an asset is worth, and liquidates whom this makes liquidatable.</summary>
    /// <param name="price">From 1 of the asset's ticks to below 2^30.</param>
    public Rejection UpdateCollateralPrice(Timestamp time, AssetId asset, Price price)
    {
        Begin(time);
        if (!IsKnown(asset))
        {
            return Reject(new AccountId(MarketEvent.None), Rejection.UnknownAsset);
        }

        if (!IsPrice(price))
        {
            return Reject(new AccountId(MarketEvent.None), Rejection.PriceOutOfRange);
        }

        _watch.PlaceNoted();
        _collateral!.Price(asset.Index) = price;
        _ledger.Write(MarketEvent.CollateralPriceUpdated(time, asset, price));
        _drawdown.Observe();
        _wave.RunForCollateral(asset.Index);
        _desk?.ShrinkReduceOnly();
        return Rejection.None;
    }

    /// <summary>Zero until the first update.</summary>
    public Price CollateralPriceOf(AssetId asset) => _collateral!.Price(asset.Index);

    /// <summary>In the asset's smallest amounts; not negative.</summary>
    public Quantity CollateralOf(AccountId account, AssetId asset) =>
        IsKnown(asset) ? _collateral!.Held(account.Index, asset.Index) : Quantity.Zero;

    /// <summary>What an account holds beside its wallet, after haircuts, rounded down asset by asset.</summary>
    public Money CountedCollateralOf(AccountId account) =>
        _margins.BalanceOfCross(account.Index) - _ledger.Account(account.Index).Wallet;

    /// <summary>Sold to the outside so far, to repay debts.</summary>
    public Quantity CollateralSold(AssetId asset) => _collateral!.Sold(asset.Index);

    /// <summary>Held and sold beyond deposits less withdrawals: zero, or some of the asset leaked. Looks at every account.</summary>
    public Quantity CollateralSurplus(AssetId asset)
    {
        Quantity held = _collateral!.Sold(asset.Index) - _collateral.NetDeposits(asset.Index);
        for (int account = 0; account < _ledger.AccountCount; account++)
        {
            held += _collateral.Held(account, asset.Index);
        }

        return held;
    }

    private bool IsKnown(AssetId asset) => asset.Index >= 0 && asset.Index < (_collateral?.Assets ?? 0);

    private Rejection CheckCollateral(AccountId account, AssetId asset, Quantity quantity)
    {
        if (!IsKnown(account) || _ledger.Account(account.Index).Role != AccountRole.Trader)
        {
            return Rejection.UnknownAccount;
        }

        if (!IsKnown(asset))
        {
            return Rejection.UnknownAsset;
        }

        if (quantity <= Quantity.Zero)
        {
            return Rejection.QuantityNotPositive;
        }

        if (_collateral!.Price(asset.Index) == Price.Zero)
        {
            return Rejection.NoMarkPrice;
        }

        return _ledger.Account(account.Index).Mode == MarginMode.Cross ? Rejection.None : Rejection.NeedsCrossMargin;
    }

    private bool MayTakeOut(AccountId account, AssetId asset, Quantity quantity)
    {
        if (quantity > _collateral!.Held(account.Index, asset.Index))
        {
            return false;
        }

        int weight = _ledger.Account(account.Index).Weight;
        Money before = _collateral.CountedValue(account.Index);
        Money after = _collateral.CountedValueWith(account.Index, weight, asset.Index, -quantity);
        return _margins.Available(account) >= before - after;
    }

    private CollateralWatch? WatchOfCollateral() =>
        _collateral is null
            ? null
            : new CollateralWatch(_collateral, _ledger.AccountCapacity, _instruments[0].LiquidatesAtEquality);

    private CollateralConversion? ConversionOf(VenueRules rules) =>
        _collateral is null
            ? null
            : new CollateralConversion(
                _ledger,
                _margins,
                _collateral,
                rules.Collateral!.Unified.Conversion,
                rules.Settlement
            );
}
