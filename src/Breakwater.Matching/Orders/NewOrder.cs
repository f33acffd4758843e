using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>An order as it is handed to the book.</summary>
public readonly record struct NewOrder
{
    /// <summary>Owner of orders that nobody needs to find again: no mass cancel, no self-trade prevention.</summary>
    public const int NoOwner = -1;

    private NewOrder(int owner, OrderTerms terms, Price price, Quantity quantity)
    {
        Owner = owner;
        Terms = terms;
        Price = price;
        Quantity = quantity;
    }

    /// <summary>The venue's account index, from 0, or <see cref="NoOwner"/>.</summary>
    public int Owner { get; init; }

    public OrderTerms Terms { get; init; }

    /// <summary>The limit; zero for a market order.</summary>
    public Price Price { get; init; }

    public Quantity Quantity { get; init; }

    /// <summary>What an iceberg shows at a time; zero for any other order.</summary>
    public Quantity Displayed { get; private init; }

    /// <summary>The price that sets a conditional order off; zero for any other order.</summary>
    public Price Stop { get; private init; }

    /// <summary>Read for good-till-time orders only. At this instant the order is gone.</summary>
    public Timestamp ExpiresAt { get; private init; }

    public static NewOrder Limit(int owner, Side side, Price price, Quantity quantity) =>
        new(owner, new OrderTerms((uint)side), price, quantity);

    public static NewOrder Market(int owner, Side side, Quantity quantity) =>
        new(owner, new OrderTerms((uint)side | OrderTerms.MarketBit), Price.Zero, quantity);

    public NewOrder ImmediateOrCancel() => In(TimeInForce.ImmediateOrCancel);

    public NewOrder FillOrKill() => In(TimeInForce.FillOrKill);

    public NewOrder Until(Timestamp time) => In(TimeInForce.GoodTillTime) with { ExpiresAt = time };

    public NewOrder PostOnly() => this with { Terms = Terms with { IsPostOnly = true } };

    public NewOrder ReduceOnly() => this with { Terms = Terms with { IsReduceOnly = true } };

    public NewOrder Showing(Quantity displayed) =>
        this with
        {
            Displayed = displayed,
            Terms = Terms with { IsIceberg = true },
        };

    public NewOrder StoppedAt(Price stop, PriceSource source) =>
        this with
        {
            Stop = stop,
            Terms = Terms with { IsConditional = true, Trigger = source },
        };

    public NewOrder OnSelfTrade(SelfTradePrevention mode) => this with { Terms = Terms with { SelfTrade = mode } };

    private NewOrder In(TimeInForce time) => this with { Terms = Terms with { TimeInForce = time } };
}
