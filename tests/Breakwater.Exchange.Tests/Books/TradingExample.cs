using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange.Tests;

/// <summary>
/// A venue with books for worked examples. Instrument A: tick 0.001, lot 0.01, so that a lot at 10.000 is worth 0.1 USDT.
/// Maintenance 1 %, fees 0.02 % and 0.05 %. Liquidations send an order at the bankruptcy price, and a fee of 0.5 % is on what it fills.
/// </summary>
public abstract class TradingExample : IEventObserver
{
    private protected TradingExample(BookRules books)
    {
        Log = new EventLog(this, 16);
        VenueRules rules = BookVenues.Ordinary(books);
        Market = new Venue(rules, new Limits(10, 20), Log);
        Market.UpdateMark(Now, A, Price.FromTicks(10_000));
        Market.UpdateMark(Now, B, Price.FromTicks(10_000));
        Market.Deposit(Now, Venue.Fund, Usdt(100));
    }

    private protected static InstrumentId A => new(0);

    private protected static InstrumentId B => new(1);

    private protected static Timestamp Now => At(1);

    private protected Venue Market { get; }

    private protected EventLog Log { get; }

    private protected List<MarketEvent> Events { get; } = [];

    void IEventObserver.Observe(ReadOnlySpan<MarketEvent> events) => Events.AddRange(events);

    private protected static Timestamp At(long nanoseconds) => Timestamp.FromUnixNanoseconds(nanoseconds);

    private protected static Money Usdt(decimal amount)
    {
        Assert.True(Currency.Usdt.TryFromDecimal(amount, out Money money));
        return money;
    }

    private protected static Quantity Lots(long lots) => Quantity.FromLots(lots);

    private protected AccountId Open(MarginMode mode, decimal wallet, int leverage)
    {
        AccountId account = Market.OpenAccount(Now, mode);
        Market.Deposit(Now, account, Usdt(wallet));
        Market.SetLeverage(Now, A, account, Leverage.FromMultiple(leverage));
        Market.SetLeverage(Now, B, account, Leverage.FromMultiple(leverage));
        return account;
    }

    private protected (Rejection Reason, OrderId Order) Bid(AccountId owner, long price, long lots) =>
        Submit(NewOrder.Limit(owner.Index, Side.Buy, Price.FromTicks(price), Lots(lots)));

    private protected (Rejection Reason, OrderId Order) Ask(AccountId owner, long price, long lots) =>
        Submit(NewOrder.Limit(owner.Index, Side.Sell, Price.FromTicks(price), Lots(lots)));

    private protected (Rejection Reason, OrderId Order) Submit(NewOrder order) => Market.Submit(Now, A, order);

    /// <summary>What happened of a kind, in order.</summary>
    private protected MarketEvent[] Told(EventKind kind)
    {
        Log.Flush();
        return [.. Events.Where(fact => fact.Kind == kind)];
    }
}
