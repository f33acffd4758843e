using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One row of the ledger's accounts.</summary>
internal struct Account
{
    public Money Wallet;

    /// <summary>Orders of a liquidation are for whole positions before this time.</summary>
    public Timestamp WholePositionsUntil;

    public int FirstPosition;
    public int Weight;
    public MarginMode Mode;
    public AccountRole Role;

    /// <summary>Left out of the deleveraging queue, by an agreement with the venue.</summary>
    public bool IsSpared;

    /// <summary>Has sent a reduce-only order, which may rest still.</summary>
    public bool SentReduceOnly;

    /// <summary>Holds, or once held, an asset beside its wallet.</summary>
    public bool HasCollateral;

    /// <summary>Which of the venue's fee tiers it trades at.</summary>
    public byte FeeTier;
}
