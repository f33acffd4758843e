namespace Breakwater.Exchange;

/// <summary>Which collateral is sold to repay a debt.</summary>
public enum ConversionOrder
{
    /// <summary>All of it, each asset in proportion to what it is worth.</summary>
    InProportion,

    /// <summary>The asset with the highest ratio in its first tier, then the next; what counts for nothing is not sold.</summary>
    HighestRatioFirst,
}
