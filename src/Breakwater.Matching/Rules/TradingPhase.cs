namespace Breakwater.Matching;

public enum TradingPhase : byte
{
    /// <summary>Orders match as they arrive.</summary>
    Continuous,

    /// <summary>Open orders stay, may be cancelled and expire; nothing is accepted, nothing matches or triggers.</summary>
    Halted,

    /// <summary>Orders gather, the book may cross; they trade at one price when trading resumes.</summary>
    Auction,
}
