namespace Breakwater.Exchange;

/// <summary>Whose liquidation rules a lending market follows.</summary>
public enum LendingProtocol
{
    Aave,
    Compound,
    Maker,
}
