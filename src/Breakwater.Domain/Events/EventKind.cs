namespace Breakwater.Domain;

/// <summary>What happened. The numbers are part of the event log's layout: they are never reused.</summary>
public enum EventKind : byte
{
    AccountOpened = 1,
    MoneyDeposited = 2,
    MoneyWithdrawn = 3,
    CommandRejected = 4,
    CollateralDeposited = 5,
    CollateralWithdrawn = 6,

    MarkPriceUpdated = 10,
    FundingRateApplied = 11,
    FundingSettled = 12,
    CollateralPriceUpdated = 13,

    PositionChanged = 20,
    IsolatedMarginMoved = 21,

    LiquidationStarted = 30,
    PositionLiquidated = 31,
    PositionTakenOver = 32,
    InventoryUnwound = 33,
    PositionDeleveraged = 34,

    FeeCharged = 40,
    InsuranceFundCredited = 41,
    InsuranceFundDebited = 42,
    LossLeftUnpaid = 43,
    LossShared = 44,
    LiquidatorPaid = 45,
    CollateralSold = 46,

    OrderAccepted = 60,
    OrderRejected = 61,
    OrderFilled = 62,
    OrderAmended = 63,
    OrderCancelled = 64,
    OrderExpired = 65,
    OrderTriggered = 66,
    TradingHalted = 67,
    TradingResumed = 68,
    AuctionOpened = 69,
    OrderReplenished = 70,
    OrderDecremented = 71,

    LoanOpened = 80,
    LoanCollateralDeposited = 81,
    OraclePriceUpdated = 82,
    LoanLiquidated = 83,
    BadDebtBooked = 84,
    AuctionStarted = 85,
    AuctionBought = 86,
    AuctionRestarted = 87,
    CollateralReturned = 88,
    SeizedCollateralSold = 89,
}
