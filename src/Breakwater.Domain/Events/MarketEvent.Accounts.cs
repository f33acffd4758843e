namespace Breakwater.Domain;

public readonly partial record struct MarketEvent
{
    /// <summary>Reference: weight, the number of identical accounts that this one stands for. Detail: margin mode.</summary>
    public static MarketEvent AccountOpened(Timestamp time, AccountId account, int weight, byte marginMode) =>
        About(EventKind.AccountOpened, time, account) with
        {
            Reference = weight,
            Detail = marginMode,
        };

    /// <summary>Amount: added to the account's wallet from outside the venue.</summary>
    public static MarketEvent MoneyDeposited(Timestamp time, AccountId account, Money amount) =>
        About(EventKind.MoneyDeposited, time, account) with
        {
            Amount = amount,
        };

    /// <summary>Amount: taken from the account's wallet out of the venue; positive.</summary>
    public static MarketEvent MoneyWithdrawn(Timestamp time, AccountId account, Money amount) =>
        About(EventKind.MoneyWithdrawn, time, account) with
        {
            Amount = amount,
        };

    /// <summary>Detail: the reason. Nothing else changed.</summary>
    public static MarketEvent CommandRejected(Timestamp time, AccountId account, byte reason) =>
        About(EventKind.CommandRejected, time, account) with
        {
            Detail = reason,
        };

    /// <summary>
    /// One side of a trade. Quantity: signed change of the position. Price: of the trade. Amount: realised profit, credited
    /// to the position's isolated margin or to the account's wallet. Second amount: the position's cost afterwards.
    /// Counterparty: the other side.
    /// </summary>
    public static MarketEvent PositionChanged(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        AccountId counterparty,
        Quantity change,
        Price price,
        Money realised,
        Money cost
    ) =>
        About(EventKind.PositionChanged, time, account, instrument) with
        {
            Counterparty = counterparty.Index,
            Quantity = change,
            Price = price,
            Amount = realised,
            SecondAmount = cost,
        };

    /// <summary>Amount: moved from the account's wallet to the position's isolated margin; negative when it goes back.</summary>
    public static MarketEvent IsolatedMarginMoved(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Money amount
    ) => About(EventKind.IsolatedMarginMoved, time, account, instrument) with { Amount = amount };

    /// <summary>Amount: taken from the position's isolated margin or the account's wallet for a trade; negative for a rebate.</summary>
    public static MarketEvent FeeCharged(Timestamp time, InstrumentId instrument, AccountId account, Money amount) =>
        About(EventKind.FeeCharged, time, account, instrument) with
        {
            Amount = amount,
        };

    private static MarketEvent About(EventKind kind, Timestamp time, AccountId account) =>
        new()
        {
            Kind = kind,
            Time = time,
            Instrument = None,
            Account = account.Index,
            Counterparty = None,
        };

    private static MarketEvent About(EventKind kind, Timestamp time, AccountId account, InstrumentId instrument) =>
        About(kind, time, account) with
        {
            Instrument = (short)instrument.Index,
        };
}
