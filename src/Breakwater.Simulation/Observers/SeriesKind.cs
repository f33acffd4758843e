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

    /// <summary>Coins that traders hold long; of inverse contracts at the price at the start, so that it moves with contracts alone.</summary>
    OpenInterest,

    /// <summary>Dollars of bids within 0.1 % of the best one.</summary>
    BidsWithinTenth,

    /// <summary>Dollars of bids within 0.25 % of the best one.</summary>
    BidsWithinQuarter,

    /// <summary>Dollars of bids within 0.5 % of the best one.</summary>
    BidsWithinHalf,

    /// <summary>Dollars of asks within 0.1 % of the best one.</summary>
    AsksWithinTenth,

    /// <summary>Dollars of asks within 0.25 % of the best one.</summary>
    AsksWithinQuarter,

    /// <summary>Dollars of asks within 0.5 % of the best one.</summary>
    AsksWithinHalf,
}
