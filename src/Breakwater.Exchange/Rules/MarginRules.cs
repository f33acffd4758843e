using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>How a venue reckons margin, besides its tables.</summary>
/// <param name="MaintenanceAt">Price of the notional that maintenance margin is taken on.</param>
/// <param name="InitialAt">Likewise for initial margin of what is held.</param>
/// <param name="TakerFee">For closing.</param>
/// <param name="RatioIsEquityOverMaintenance">The venue's margin ratio falls towards liquidation; else it rises towards it.</param>
/// <param name="LiquidatesAtEquality">Equity equal to what is required liquidates; else it must be below.</param>
public sealed record MarginRules(
    MarginBasis MaintenanceAt,
    MarginBasis InitialAt,
    ClosingFee ClosingFee,
    Rational TakerFee,
    bool RatioIsEquityOverMaintenance,
    bool LiquidatesAtEquality
)
{
    /// <summary>Whether equity is too little for what is required; nothing is too little where nothing is required.</summary>
    public bool IsShort(Rational equity, Rational required)
    {
        int comparison = equity.CompareTo(required);
        return required.IsPositive && (comparison < 0 || (comparison == 0 && LiquidatesAtEquality));
    }
}
