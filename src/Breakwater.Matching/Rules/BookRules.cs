using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>What a venue demands of the orders of one instrument.</summary>
public sealed record BookRules
{
    /// <summary>The book holds prices in 30 bits.</summary>
    public const long HighestPrice = (1L << 30) - 1;

    /// <summary>The book holds an order's quantity in 31 bits.</summary>
    public const long HighestQuantity = int.MaxValue;

    /// <summary>Prices are multiples of this many ticks of the instrument; positive.</summary>
    public int PriceStep { get; init; } = 1;

    /// <summary>Quantities are multiples of this many lots of the instrument; positive.</summary>
    public int QuantityStep { get; init; } = 1;

    /// <summary>
    /// Highest price of an order; at most <see cref="HighestPrice"/>. The book's index grows with the span between the
    /// lowest and the highest price in it: a quarter of a byte per tick and side.
    /// </summary>
    public Price MaxPrice { get; init; } = Price.FromTicks((1L << 26) - 1);

    /// <summary>Largest quantity of an order; at most <see cref="HighestQuantity"/>.</summary>
    public Quantity MaxQuantity { get; init; } = Quantity.FromLots(HighestQuantity);

    /// <summary>
    /// Least price times quantity. A market order is judged at the mark, failing that at the last trade, failing that not
    /// at all; a conditional market order at its stop price.
    /// </summary>
    public Money MinNotional { get; init; } = Money.Zero;

    /// <summary>
    /// Half-width of the price band as a share of the mark; null for none. Nothing buys above mark x (1 + band), rounded
    /// down to a tick, and nothing sells below mark x (1 - band), rounded up. Without a mark there is no band.
    /// </summary>
    public Rate? Band { get; init; }

    internal void ThrowIfUnsound()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PriceStep);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(QuantityStep);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxPrice.Ticks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxPrice.Ticks, HighestPrice);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxQuantity.Lots);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxQuantity.Lots, HighestQuantity);
        ArgumentOutOfRangeException.ThrowIfNegative(MinNotional.MinorUnits);
        ArgumentOutOfRangeException.ThrowIfNegative((Band ?? Rate.Zero).Numerator);
    }
}
