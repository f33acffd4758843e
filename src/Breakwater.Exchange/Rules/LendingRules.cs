using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A lending protocol's parameters; those that a protocol does not have are zero.</summary>
/// <param name="CloseFactor">Share of a debt that one liquidation may repay.</param>
/// <param name="FullCloseBelow">Health factor at or below which all of it may be repaid.</param>
/// <param name="SmallPosition">Debt or collateral below which all of it may be repaid.</param>
/// <param name="ProtocolShare">Of the bonus (Aave) or of what is seized (Compound).</param>
/// <param name="Bonus">Over the debt repaid: liquidator's bonus or penalty.</param>
/// <param name="CollateralFactor">Share of a collateral's value that may be owed.</param>
/// <param name="Buffer">Starting price of an auction over the oracle's.</param>
/// <param name="TailSeconds">Longest auction.</param>
/// <param name="Cusp">Smallest price over the starting price.</param>
/// <param name="Cut">What a step leaves of the price.</param>
/// <param name="StepSeconds">Between steps.</param>
/// <param name="Dust">Smallest debt.</param>
public sealed record LendingRules(
    string Name,
    LendingProtocol Protocol,
    Rational CloseFactor,
    Rational FullCloseBelow,
    Rational SmallPosition,
    Rational ProtocolShare,
    Rational Bonus,
    Rational CollateralFactor,
    Rational Buffer,
    Rational TailSeconds,
    Rational Cusp,
    Rational Cut,
    Rational StepSeconds,
    Rational Dust
);
