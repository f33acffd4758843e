namespace Breakwater.Exchange;

/// <summary>What bounds a funding rate.</summary>
public enum FundingCap
{
    None,

    /// <summary>A fixed rate.</summary>
    Rate,

    /// <summary>A multiple of the maintenance rate of the first tier.</summary>
    MaintenanceMultiple,

    /// <summary>A multiple of initial less maintenance rate of the first tier.</summary>
    SpreadMultiple,
}
