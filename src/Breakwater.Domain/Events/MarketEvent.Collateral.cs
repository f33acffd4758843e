namespace Breakwater.Domain;

// Quantities are in the smallest amounts of the asset, prices in its ticks. Reference: the asset.
public readonly partial record struct MarketEvent
{
    /// <summary>Price: of the asset from now on. No account is touched.</summary>
    public static MarketEvent CollateralPriceUpdated(Timestamp time, AssetId asset, Price price) =>
        About(EventKind.CollateralPriceUpdated, time, new AccountId(None)) with
        {
            Reference = asset.Index,
            Price = price,
        };

    /// <summary>Quantity: added to what the account holds of the asset, from outside the venue.</summary>
    public static MarketEvent CollateralDeposited(
        Timestamp time,
        AccountId account,
        AssetId asset,
        Quantity quantity
    ) => About(EventKind.CollateralDeposited, time, account) with { Reference = asset.Index, Quantity = quantity };

    /// <summary>Quantity: taken out of the venue; positive.</summary>
    public static MarketEvent CollateralWithdrawn(
        Timestamp time,
        AccountId account,
        AssetId asset,
        Quantity quantity
    ) => About(EventKind.CollateralWithdrawn, time, account) with { Reference = asset.Index, Quantity = quantity };

    /// <summary>
    /// The venue sold a part of what the account holds of an asset to the outside, to repay a debt. Quantity: sold. Price: of the
    /// asset. Amount: credited to the account's wallet. Second amount: what the sale cost, which is not.
    /// </summary>
    public static MarketEvent CollateralSold(
        Timestamp time,
        AccountId account,
        AccountId buyer,
        AssetId asset,
        Quantity quantity,
        Price price,
        Money proceeds,
        Money cost
    ) =>
        About(EventKind.CollateralSold, time, account) with
        {
            Counterparty = buyer.Index,
            Reference = asset.Index,
            Quantity = quantity,
            Price = price,
            Amount = proceeds,
            SecondAmount = cost,
        };
}
