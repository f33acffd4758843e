using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Where a margin account stands at the present marks. A margin account is an isolated position or a cross account.</summary>
/// <param name="Equity">Its balance plus unrealised profit less funding owed.</param>
/// <param name="Maintenance">The sum of its positions' maintenance margins, each rounded up.</param>
/// <param name="LiquidatesAtEquality">Equity equal to maintenance margin liquidates; else it must be below.</param>
public readonly record struct MarginState(Money Equity, Money Maintenance, bool LiquidatesAtEquality)
{
    /// <summary>What it could still lose; negative when it is to be liquidated.</summary>
    public Money Slack => Equity - Maintenance;

    /// <remarks>Never without a position, which is when nothing is asked.</remarks>
    public bool IsLiquidatable =>
        Equity < Maintenance || (LiquidatesAtEquality && Equity == Maintenance && Maintenance.IsPositive);

    /// <summary>The same margin account with more in it.</summary>
    public MarginState With(Money balance, MarginState position) =>
        this with
        {
            Equity = Equity + balance + position.Equity,
            Maintenance = Maintenance + position.Maintenance,
        };
}
