namespace Breakwater.Exchange;

/// <summary>At which price winner and liquidated account are closed against each other.</summary>
public enum DeleveragingPrice
{
    /// <summary>The liquidated account's bankruptcy price: the winner forgoes what the loser cannot pay.</summary>
    Bankruptcy,

    /// <summary>The mark price before the update that made the account's equity negative.</summary>
    PreviousMark,

    /// <summary>The present mark price: the fund pays what the loser cannot, and where it could not, the bankruptcy price.</summary>
    Mark,

    /// <summary>The bankruptcy price while it is within a twentieth of the mark, else the mark.</summary>
    BankruptcyNearMark,
}
