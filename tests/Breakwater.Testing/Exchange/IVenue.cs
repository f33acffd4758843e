using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>What a venue takes and shows, so that one specification runs on the real one and on its naive twin.</summary>
public interface IVenue
{
    VenueRules Rules { get; }

    int AccountCount { get; }

    Money UnpaidLoss { get; }

    Money NetDeposits { get; }

    Money FundEquity { get; }

    AccountId OpenAccount(Timestamp time, MarginMode mode, int weight);

    Rejection Deposit(Timestamp time, AccountId account, Money amount);

    Rejection Withdraw(Timestamp time, AccountId account, Money amount);

    Rejection Trade(
        Timestamp time,
        InstrumentId instrument,
        AccountId buyer,
        AccountId seller,
        Quantity quantity,
        Price price,
        Leverage leverage
    );

    Rejection Adopt(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Quantity lots,
        Price entry,
        Money isolatedMargin,
        Leverage leverage
    );

    Rejection UpdateMark(Timestamp time, InstrumentId instrument, Price mark);

    Rejection ApplyFunding(Timestamp time, InstrumentId instrument, Rate rate, Price price);

    Rejection UnwindInventory(Timestamp time, InstrumentId instrument, Quantity atMost, Price? worst);

    Rejection DepositCollateral(Timestamp time, AccountId account, AssetId asset, Quantity quantity);

    Rejection WithdrawCollateral(Timestamp time, AccountId account, AssetId asset, Quantity quantity);

    Rejection UpdateCollateralPrice(Timestamp time, AssetId asset, Price price);

    Price CollateralPriceOf(AssetId asset);

    Quantity CollateralOf(AccountId account, AssetId asset);

    /// <summary>Held and sold beyond deposits less withdrawals, in smallest amounts.</summary>
    Quantity CollateralSurplus(AssetId asset);

    Price MarkOf(InstrumentId instrument);

    Money WalletOf(AccountId account);

    int WeightOf(AccountId account);

    PositionView PositionOf(AccountId account, InstrumentId instrument);

    MarginState MarginOf(AccountId account, InstrumentId instrument);

    /// <summary>Billionths of a minor unit in the ledger beyond deposits less withdrawals.</summary>
    Int128 Surplus();

    /// <summary>Longs less shorts.</summary>
    Quantity Imbalance(InstrumentId instrument);
}
