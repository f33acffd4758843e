namespace Breakwater.Exchange;

/// <summary>Why no auction of an unsafe vault starts.</summary>
/// <remarks>Source: docs/venues/maker-liq2.md.</remarks>
public enum AuctionRefusal
{
    /// <summary>Auctions under way leave no room under the limits.</summary>
    LimitHit,

    /// <summary>There is room for part of the debt only, and that part is less than the smallest debt.</summary>
    DustyAuction,
}
