namespace Breakwater.Exchange;

/// <summary>When an account in liquidation has its debts repaid by selling collateral.</summary>
public enum ConversionTime
{
    /// <summary>Before any position is reduced: it may be enough.</summary>
    BeforePositions,

    /// <summary>Once a closed position's loss has made a balance negative.</summary>
    AfterPositions,

    /// <summary>Liquidation repays nothing; debts are repaid by their limits alone.</summary>
    Never,
}
