using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>The product's venue behind the interface that its naive twin shares.</summary>
public sealed class RealVenue(VenueRules rules, ILiquidity liquidity, Limits limits, EventLog log) : IVenue
{
    private readonly Venue _venue = new(rules, liquidity, limits, log);

    /// <summary>What stands behind the interface.</summary>
    public Venue Venue => _venue;

    public VenueRules Rules => _venue.Rules;

    public int AccountCount => _venue.AccountCount;

    public Money UnpaidLoss => _venue.UnpaidLoss;

    public Money NetDeposits => _venue.NetDeposits;

    public Money FundEquity => _venue.FundEquity;

    /// <summary>Margin accounts evaluated by marks and fundings so far.</summary>
    public long Evaluations => _venue.Evaluations;

    public AccountId OpenAccount(Timestamp time, MarginMode mode, int weight) => _venue.OpenAccount(time, mode, weight);

    public Rejection Deposit(Timestamp time, AccountId account, Money amount) => _venue.Deposit(time, account, amount);

    public Rejection Withdraw(Timestamp time, AccountId account, Money amount) =>
        _venue.Withdraw(time, account, amount);

    public Rejection Trade(
        Timestamp time,
        InstrumentId instrument,
        AccountId buyer,
        AccountId seller,
        Quantity quantity,
        Price price,
        Leverage leverage
    ) => _venue.Trade(time, instrument, buyer, seller, quantity, price, leverage);

    public Rejection Adopt(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Quantity lots,
        Price entry,
        Money isolatedMargin,
        Leverage leverage
    ) => _venue.Adopt(time, instrument, account, lots, entry, isolatedMargin, leverage);

    public Rejection UpdateMark(Timestamp time, InstrumentId instrument, Price mark) =>
        _venue.UpdateMark(time, instrument, mark);

    public Rejection ApplyFunding(Timestamp time, InstrumentId instrument, Rate rate, Price price) =>
        _venue.ApplyFunding(time, instrument, rate, price);

    public Rejection UnwindInventory(Timestamp time, InstrumentId instrument, Quantity atMost, Price? worst) =>
        _venue.UnwindInventory(time, instrument, atMost, worst);

    public Rejection DepositCollateral(Timestamp time, AccountId account, AssetId asset, Quantity quantity) =>
        _venue.DepositCollateral(time, account, asset, quantity);

    public Rejection WithdrawCollateral(Timestamp time, AccountId account, AssetId asset, Quantity quantity) =>
        _venue.WithdrawCollateral(time, account, asset, quantity);

    public Rejection UpdateCollateralPrice(Timestamp time, AssetId asset, Price price) =>
        _venue.UpdateCollateralPrice(time, asset, price);

    public Price CollateralPriceOf(AssetId asset) => _venue.CollateralPriceOf(asset);

    public Quantity CollateralOf(AccountId account, AssetId asset) => _venue.CollateralOf(account, asset);

    public Quantity CollateralSurplus(AssetId asset) => _venue.CollateralSurplus(asset);

    public Price MarkOf(InstrumentId instrument) => _venue.MarkOf(instrument);

    public Money WalletOf(AccountId account) => _venue.WalletOf(account);

    public int WeightOf(AccountId account) => _venue.WeightOf(account);

    public PositionView PositionOf(AccountId account, InstrumentId instrument) =>
        _venue.PositionOf(account, instrument);

    public MarginState MarginOf(AccountId account, InstrumentId instrument) => _venue.MarginOf(account, instrument);

    public Int128 Surplus() => _venue.Surplus();

    public Quantity Imbalance(InstrumentId instrument) => _venue.Imbalance(instrument);
}
