namespace Breakwater.Domain;

public readonly partial record struct MarketEvent
{
    public static MarketEvent MarkPriceUpdated(Timestamp time, InstrumentId instrument, Price mark) =>
        About(EventKind.MarkPriceUpdated, time, new AccountId(None), instrument) with
        {
            Price = mark,
        };

    /// <summary>
    /// Longs pay shorts. Price: on which the payment is reckoned. Quantity: the change of the instrument's cumulative
    /// funding, in billionths of a minor unit per lot. No account is touched.
    /// </summary>
    public static MarketEvent FundingRateApplied(
        Timestamp time,
        InstrumentId instrument,
        Price price,
        long indexChange
    ) =>
        About(EventKind.FundingRateApplied, time, new AccountId(None), instrument) with
        {
            Price = price,
            Quantity = Quantity.FromLots(indexChange),
        };

    /// <summary>
    /// Funding accrued since the position was last touched. Amount: credited, rounded against the trader; negative when
    /// paid. Second amount: what the rounding left on the venue's rounding balance, in billionths of a minor unit.
    /// </summary>
    public static MarketEvent FundingSettled(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Money credited,
        long residueBillionths
    ) =>
        About(EventKind.FundingSettled, time, account, instrument) with
        {
            Amount = credited,
            SecondAmount = Money.FromMinorUnits(residueBillionths),
        };
}
