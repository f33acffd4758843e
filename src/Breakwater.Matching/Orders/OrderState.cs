using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>An open order as it stands.</summary>
/// <param name="Price">Its limit; zero for a market order that waits for its trigger.</param>
/// <param name="Displayed">What the book shows of it; zero while it waits for its trigger.</param>
/// <param name="Hidden">What an iceberg keeps back, or all of a conditional order.</param>
/// <param name="Stop">Zero for an order that does not wait for a trigger.</param>
public readonly record struct OrderState(
    OrderId Id,
    int Owner,
    OrderTerms Terms,
    Price Price,
    Quantity Displayed,
    Quantity Hidden,
    Price Stop
)
{
    /// <summary>What an iceberg shows at a time; zero for any other order.</summary>
    public Quantity Peak { get; init; }

    /// <summary>When a good-till-time order is gone; the default for any other order.</summary>
    public Timestamp ExpiresAt { get; init; }

    public Quantity Open => Displayed + Hidden;
}
