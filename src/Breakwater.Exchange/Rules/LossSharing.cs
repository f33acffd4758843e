namespace Breakwater.Exchange;

/// <summary>Who bears what neither loser nor fund nor deleveraging pays.</summary>
public enum LossSharing
{
    /// <summary>Nobody is named: it stays an unpaid loss of the venue.</summary>
    None,

    /// <summary>The winners of the settlement, in proportion to their gains.</summary>
    AmongWinners,

    /// <summary>All open positions of both sides, by size.</summary>
    OnOpenInterest,
}
