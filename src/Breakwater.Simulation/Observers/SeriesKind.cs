namespace Breakwater.Simulation;

/// <summary>What a market's series hold.</summary>
public enum SeriesKind
{
    /// <summary>Middle between best bid and best ask, in dollars.</summary>
    Middle,

    /// <summary>The venue's mark price, in dollars.</summary>
    Mark,

    /// <summary>Best ask less best bid, as a share of the middle.</summary>
    Spread,

    /// <summary>Dollars within a basis point of the best price; the mean of both sides.</summary>
    TopDepth,

    /// <summary>Dollars of bids within 1 % of the middle.</summary>
    BidDepth,

    /// <summary>Dollars of asks within 1 % of the middle.</summary>
    AskDepth,

    /// <summary>Coins that traders hold long.</summary>
    OpenInterest,
}
