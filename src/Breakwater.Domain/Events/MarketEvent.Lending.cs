namespace Breakwater.Domain;

/// <remarks>
/// In a lending market's log: Account is the loan, Instrument an asset, Quantity smallest units of a collateral, Price ticks of
/// 1e-8 dollars for one whole coin.
/// </remarks>
public readonly partial record struct MarketEvent
{
    /// <summary>Instrument: the asset owed. Amount: how much of it. Reference: weight, the number of identical loans.</summary>
    public static MarketEvent LoanOpened(Timestamp time, LoanId loan, int debtAsset, Money debt, int weight) =>
        OfLoan(EventKind.LoanOpened, time, loan.Index, debtAsset) with
        {
            Amount = debt,
            Reference = weight,
        };

    public static MarketEvent LoanCollateralDeposited(Timestamp time, LoanId loan, int asset, Quantity deposited) =>
        OfLoan(EventKind.LoanCollateralDeposited, time, loan.Index, asset) with
        {
            Quantity = deposited,
        };

    public static MarketEvent OraclePriceUpdated(Timestamp time, int asset, Price price) =>
        OfLoan(EventKind.OraclePriceUpdated, time, None, asset) with
        {
            Price = price,
        };

    /// <summary>
    /// Instrument: the collateral. Reference: the asset repaid. Quantity: seized. Price: the collateral's, by the oracle. Amount:
    /// repaid. Second amount: what the protocol keeps of what was seized, in smallest units of the collateral.
    /// </summary>
    public static MarketEvent LoanLiquidated(
        Timestamp time,
        LoanId loan,
        int collateral,
        int debtAsset,
        Quantity seized,
        Price price,
        Money repaid,
        Money protocolPart
    ) =>
        OfLoan(EventKind.LoanLiquidated, time, loan.Index, collateral) with
        {
            Reference = debtAsset,
            Quantity = seized,
            Price = price,
            Amount = repaid,
            SecondAmount = protocolPart,
        };

    /// <summary>Instrument: the asset owed. Amount: owed by a loan that has no collateral left; positive.</summary>
    public static MarketEvent BadDebtBooked(Timestamp time, LoanId loan, int debtAsset, Money debt) =>
        OfLoan(EventKind.BadDebtBooked, time, loan.Index, debtAsset) with
        {
            Amount = debt,
        };

    /// <summary>Instrument: the collateral. Quantity: on sale. Price: the oracle's. Amount: to be raised. Reference: the asset owed.</summary>
    public static MarketEvent AuctionStarted(
        Timestamp time,
        LoanId loan,
        int collateral,
        int debtAsset,
        Quantity lot,
        Price price,
        Money tab
    ) =>
        OfLoan(EventKind.AuctionStarted, time, loan.Index, collateral) with
        {
            Reference = debtAsset,
            Quantity = lot,
            Price = price,
            Amount = tab,
        };

    /// <summary>
    /// Instrument: the collateral. Quantity: bought. Price: the oracle's. Amount: paid. Second amount: what of it repaid debt; the
    /// rest is penalty. Reference: the asset owed.
    /// </summary>
    public static MarketEvent AuctionBought(
        Timestamp time,
        LoanId loan,
        int collateral,
        int debtAsset,
        Quantity bought,
        Price price,
        Money paid,
        Money repaid
    ) =>
        OfLoan(EventKind.AuctionBought, time, loan.Index, collateral) with
        {
            Reference = debtAsset,
            Quantity = bought,
            Price = price,
            Amount = paid,
            SecondAmount = repaid,
        };

    /// <summary>Price: the oracle's, from which the auction's price starts anew.</summary>
    public static MarketEvent AuctionRestarted(Timestamp time, LoanId loan, int collateral, Price price) =>
        OfLoan(EventKind.AuctionRestarted, time, loan.Index, collateral) with
        {
            Price = price,
        };

    /// <summary>Quantity: what an auction that raised its debt did not need, again the owner's.</summary>
    public static MarketEvent CollateralReturned(Timestamp time, LoanId loan, int collateral, Quantity returned) =>
        OfLoan(EventKind.CollateralReturned, time, loan.Index, collateral) with
        {
            Quantity = returned,
        };

    /// <summary>
    /// Liquidators sold seized coins at a venue. Price: the mean that they got, cut to a tick. Amount: proceeds in millionths of a dollar.
    /// </summary>
    public static MarketEvent SeizedCollateralSold(
        Timestamp time,
        int asset,
        Quantity sold,
        Price price,
        Money proceeds
    ) =>
        OfLoan(EventKind.SeizedCollateralSold, time, None, asset) with
        {
            Quantity = sold,
            Price = price,
            Amount = proceeds,
        };

    private static MarketEvent OfLoan(EventKind kind, Timestamp time, int loan, int asset) =>
        new()
        {
            Kind = kind,
            Time = time,
            Instrument = (short)asset,
            Account = loan,
            Counterparty = None,
        };
}
