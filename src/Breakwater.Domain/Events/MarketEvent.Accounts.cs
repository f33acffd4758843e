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
    )
    {
        MarketEvent fact = default;
        WritePositionChanged(ref fact, time, instrument, account, counterparty, change, price, realised, cost);
        return fact;
    }

    /// <summary>The same, straight into the log's batch: a trade has several events, and values that are built elsewhere are copied.</summary>
    /// <inheritdoc cref="PositionChanged"/>
    public static void WritePositionChanged(
        ref MarketEvent slot,
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        AccountId counterparty,
        Quantity change,
        Price price,
        Money realised,
        Money cost
    )
    {
        OrderFacts facts = new(instrument, account.Index, realised.MinorUnits, Detail: 0, Reference: 0);
        Write(
            ref slot,
            EventKind.PositionChanged,
            time,
            facts,
            counterparty.Index,
            change.Lots,
            price.Ticks,
            cost.MinorUnits
        );
    }

    /// <summary>Amount: moved from the account's wallet to the position's isolated margin; negative when it goes back.</summary>
    public static MarketEvent IsolatedMarginMoved(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Money amount
    )
    {
        MarketEvent fact = default;
        WriteIsolatedMarginMoved(ref fact, time, instrument, account, amount);
        return fact;
    }

    /// <inheritdoc cref="IsolatedMarginMoved"/>
    public static void WriteIsolatedMarginMoved(
        ref MarketEvent slot,
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Money amount
    ) => WriteAmount(ref slot, EventKind.IsolatedMarginMoved, time, instrument, account, amount);

    /// <summary>Amount: taken from the position's isolated margin or the account's wallet for a trade; negative for a rebate.</summary>
    public static void WriteFeeCharged(
        ref MarketEvent slot,
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Money amount
    ) => WriteAmount(ref slot, EventKind.FeeCharged, time, instrument, account, amount);

    private static void WriteAmount(
        ref MarketEvent slot,
        EventKind kind,
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Money amount
    )
    {
        OrderFacts facts = new(instrument, account.Index, amount.MinorUnits, Detail: 0, Reference: 0);
        Write(ref slot, kind, time, facts, quantity: 0, price: 0, second: 0);
    }

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
