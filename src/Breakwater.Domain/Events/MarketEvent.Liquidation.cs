namespace Breakwater.Domain;

public readonly partial record struct MarketEvent
{
    /// <summary>
    /// Equity fell below maintenance margin. Quantity: the position that crossed. Price: the mark. Amount: equity. Second
    /// amount: maintenance margin. Both are of the position where margin is isolated and of the account where it is cross.
    /// </summary>
    public static MarketEvent LiquidationStarted(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Quantity position,
        Price mark,
        Money equity,
        Money maintenanceMargin
    ) =>
        About(EventKind.LiquidationStarted, time, account, instrument) with
        {
            Quantity = position,
            Price = mark,
            Amount = equity,
            SecondAmount = maintenanceMargin,
        };

    /// <summary>A liquidation order filled. Quantity: signed, as it stood in the position. Price: of the fill.</summary>
    public static MarketEvent PositionLiquidated(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Quantity closed,
        Price price
    ) => About(EventKind.PositionLiquidated, time, account, instrument) with { Quantity = closed, Price = price };

    /// <summary>The fund took the position. Quantity: signed, as it stood. Price: bankruptcy price, to a tick.</summary>
    public static MarketEvent PositionTakenOver(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        AccountId fund,
        Quantity taken,
        Price price
    ) =>
        About(EventKind.PositionTakenOver, time, account, instrument) with
        {
            Counterparty = fund.Index,
            Quantity = taken,
            Price = price,
        };

    /// <summary>The fund sold or bought back what it had taken over. Quantity: signed, as it stood. Amount: realised profit.</summary>
    public static MarketEvent InventoryUnwound(
        Timestamp time,
        InstrumentId instrument,
        AccountId fund,
        Quantity closed,
        Price price,
        Money realised
    ) =>
        About(EventKind.InventoryUnwound, time, fund, instrument) with
        {
            Quantity = closed,
            Price = price,
            Amount = realised,
        };

    /// <summary>
    /// A winner was closed against a liquidated account. Account: the winner. Counterparty: the liquidated account. Quantity:
    /// the change of the winner's position. Amount: the profit that it realised.
    /// </summary>
    public static MarketEvent PositionDeleveraged(
        Timestamp time,
        InstrumentId instrument,
        AccountId winner,
        AccountId liquidated,
        Quantity change,
        Price price,
        Money realised
    ) =>
        About(EventKind.PositionDeleveraged, time, winner, instrument) with
        {
            Counterparty = liquidated.Index,
            Quantity = change,
            Price = price,
            Amount = realised,
        };

    /// <summary>Amount: taken from the account for its liquidation and credited to the fund; positive.</summary>
    public static MarketEvent InsuranceFundCredited(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        AccountId fund,
        Money amount
    ) => MoneyMoved(EventKind.InsuranceFundCredited, time, instrument, account, fund, amount);

    /// <summary>Amount: paid by the fund to bring the account back to zero; positive.</summary>
    public static MarketEvent InsuranceFundDebited(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        AccountId fund,
        Money amount
    ) => MoneyMoved(EventKind.InsuranceFundDebited, time, instrument, account, fund, amount);

    /// <summary>Amount: the account's negative balance that nobody paid, moved to the venue's unpaid losses; positive.</summary>
    public static MarketEvent LossLeftUnpaid(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Money amount
    ) => MoneyMoved(EventKind.LossLeftUnpaid, time, instrument, account, new AccountId(None), amount);

    /// <summary>
    /// Amount: what the account bears of losses that were left unpaid, which are so much less; negative for whom the rounding
    /// of others' shares is left.
    /// </summary>
    public static MarketEvent LossShared(Timestamp time, InstrumentId instrument, AccountId account, Money amount) =>
        MoneyMoved(EventKind.LossShared, time, instrument, account, new AccountId(None), amount);

    /// <summary>Amount: taken from the account for whoever took over a part of its position; positive.</summary>
    public static MarketEvent LiquidatorPaid(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        AccountId liquidator,
        Money amount
    ) => MoneyMoved(EventKind.LiquidatorPaid, time, instrument, account, liquidator, amount);

    private static MarketEvent MoneyMoved(
        EventKind kind,
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        AccountId counterparty,
        Money amount
    ) => About(kind, time, account, instrument) with { Counterparty = counterparty.Index, Amount = amount };
}
