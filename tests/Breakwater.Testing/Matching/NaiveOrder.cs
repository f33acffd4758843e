using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

internal sealed class NaiveOrder
{
    public required long Number { get; init; }

    public required int Owner { get; init; }

    public required OrderTerms Terms { get; set; }

    /// <summary>Zero for a market order.</summary>
    public required long Price { get; set; }

    public required long Peak { get; init; }

    public required long Stop { get; init; }

    public required Timestamp ExpiresAt { get; init; }

    /// <summary>All of it that is open.</summary>
    public long Open { get; set; }

    /// <summary>What of it the book shows.</summary>
    public long Shown { get; set; }

    /// <summary>When it came to rest, among all orders.</summary>
    public long RestedAs { get; set; }

    /// <summary>When it first came to rest: the order of expiry at one instant.</summary>
    public long? FirstRestedAs { get; set; }

    public bool IsBuy => Terms.Side == Side.Buy;

    public bool Expires => Terms.TimeInForce == TimeInForce.GoodTillTime;

    public NaiveOrder Copy() => (NaiveOrder)MemberwiseClone();

    public void ShowFirstSlice() => Shown = Terms.IsIceberg ? Math.Min(Peak, Open) : Open;

    public OrderState State()
    {
        bool waits = Terms.IsConditional;
        return new OrderState(
            new OrderId(Number),
            Owner,
            Terms,
            Domain.Price.FromTicks(Price),
            Quantity.FromLots(waits ? 0 : Shown),
            Quantity.FromLots(waits ? Open : Open - Shown),
            Domain.Price.FromTicks(waits ? Stop : 0)
        )
        {
            Peak = Quantity.FromLots(Terms.IsIceberg ? Peak : 0),
            ExpiresAt = Expires ? ExpiresAt : default,
        };
    }
}
