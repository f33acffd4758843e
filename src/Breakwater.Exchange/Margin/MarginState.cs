using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Where a margin account stands at the present marks. A margin account is an isolated position or a cross account.</summary>
/// <param name="Equity">Its balance plus unrealised profit less funding owed.</param>
/// <param name="Maintenance">The sum of its positions' maintenance margins, each rounded up.</param>
public readonly record struct MarginState(Money Equity, Money Maintenance)
{
    /// <summary>What it could still lose; negative when it is to be liquidated.</summary>
    public Money Slack => Equity - Maintenance;

    public bool IsLiquidatable => Equity < Maintenance;
}
