namespace Breakwater.Exchange;

/// <summary>Whether the fee for closing a position counts towards its maintenance margin.</summary>
public enum ClosingFee
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The taker fee on the notional at the mark is added to the maintenance rate.</summary>
    InMaintenance,

    /// <summary>
    /// The taker fee at the bankruptcy price is set aside with the initial margin and asked for again by maintenance: in the
    /// liquidation price it cancels, except on margin added later.
    /// </summary>
    Reserved,
}
