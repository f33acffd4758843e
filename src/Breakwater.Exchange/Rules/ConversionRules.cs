using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>When and how a venue sells collateral to repay a negative balance in another asset.</summary>
/// <param name="Order">Which assets are sold.</param>
/// <param name="AtLiquidation">When an account in liquidation repays all of its debts.</param>
/// <param name="DebtCountsProfit">A debt is balance and unrealised profit together; else the balance alone.</param>
/// <param name="RepaysWholeDebt">A debt that reaches its limit is repaid whole; else down to the limit.</param>
/// <param name="Haircut">Share of what is sold that the conversion costs; from 0 to below 1.</param>
/// <param name="DebtLimits">How far a balance may be negative, by asset; without a limit there is no repayment before liquidation.</param>
public sealed record ConversionRules(
    ConversionOrder Order,
    ConversionTime AtLiquidation,
    bool DebtCountsProfit,
    bool RepaysWholeDebt,
    Rational Haircut,
    IReadOnlyDictionary<string, Rational> DebtLimits
);
