namespace Breakwater.Exchange;

/// <summary>At which price winner and liquidated account are closed against each other.</summary>
public enum DeleveragingPrice
{
    /// <summary>The liquidated account's bankruptcy price: the winner forgoes what the loser cannot pay.</summary>
    Bankruptcy,

    /// <summary>The mark price before the update that made the account's equity negative.</summary>
    PreviousMark,
}
