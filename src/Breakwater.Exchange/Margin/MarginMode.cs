namespace Breakwater.Exchange;

/// <summary>What stands behind a position.</summary>
public enum MarginMode : byte
{
    /// <summary>The margin set aside for this position alone.</summary>
    Isolated,

    /// <summary>The account's wallet and all its positions.</summary>
    Cross,
}
