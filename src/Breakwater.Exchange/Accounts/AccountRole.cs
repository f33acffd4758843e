namespace Breakwater.Exchange;

/// <summary>Whose account it is. Only traders are margined, liquidated and deleveraged.</summary>
public enum AccountRole : byte
{
    Trader,

    /// <summary>The rest of the world: the other side of what is brought in from before and of what leaves the venue.</summary>
    Outside,

    /// <summary>The insurance fund or backstop vault.</summary>
    Fund,
}
