using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>How far below its trigger a liquidation finds the market: what decides between the book and the fund.</summary>
/// <param name="Slippage">Share of the mark that a fill loses; not negative.</param>
/// <param name="MarkStep">Share by which the mark falls from one update to the next; not negative.</param>
public readonly record struct FillConditions(double Slippage, double MarkStep)
{
    /// <summary>The same at a venue.</summary>
    public FillOdds Under(LiquidationRules rules) =>
        new(
            (double)rules.TakeOverBelow.Numerator / rules.TakeOverBelow.Denominator,
            rules.OrderLimitedAtBankruptcyPrice ? Slippage : double.NegativeInfinity,
            MarkStep
        );
}
