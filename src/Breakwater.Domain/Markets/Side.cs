namespace Breakwater.Domain;

/// <summary>The side of an order.</summary>
public enum Side : byte
{
    Buy,
    Sell,
}
