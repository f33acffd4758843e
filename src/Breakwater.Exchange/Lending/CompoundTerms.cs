using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>
/// Compound v2 in whole units, at an exchange rate of one: what is seized is rounded down, and so is what is repaid, but for the
/// last unit of a collateral, where it is rounded up.
/// </summary>
internal sealed class CompoundTerms(LendingRules rules, IReadOnlyList<LendingAsset> assets, OraclePrices prices)
    : ILendingTerms
{
    // Prices of a smallest unit and sums of worth have 18 decimals, as in the contract.
    private static readonly Rational s_mantissa = Rational.FromInteger(1_000_000_000_000_000_000);

    public bool IsLiquidatable(Loan loan)
    {
        Rational power = Rational.Zero;
        for (int asset = 0; asset < assets.Count; asset++)
        {
            power += CompoundLiquidation.BorrowingPower(
                Rational.FromInteger(loan.Collateral[asset].MinorUnits),
                Rational.One,
                PriceOf(asset),
                assets[asset].Factor
            );
        }

        Rational debt = Rational.FromInteger(loan.Debt.MinorUnits) * PriceOf(loan.DebtAsset);
        return CompoundLiquidation.Liquidity(power, debt).IsNegative;
    }

    public LendingCall Plan(Loan loan, int collateral, Money atMost)
    {
        Rational held = Rational.FromInteger(loan.Collateral[collateral].MinorUnits);
        Rational perUnit = CompoundLiquidation.TokensPerUnit(
            Rational.One + assets[collateral].Bonus,
            PriceOf(loan.DebtAsset),
            PriceOf(collateral),
            Rational.One
        );
        if (!perUnit.IsPositive)
        {
            return new LendingCall(LendingRefusal.TooSmall);
        }

        Rational closing = (Rational.FromInteger(loan.Debt.MinorUnits) * rules.CloseFactor).ToInteger(Rounding.Floor);
        Rational most = Rational.Min(closing, MostFor(held, perUnit));
        Rational repaid = Rational.Min(most, Rational.FromInteger(atMost.MinorUnits));
        Rational seized = CompoundLiquidation.SeizeTokens(repaid, perUnit);
        return !repaid.IsPositive || !seized.IsPositive
            ? new LendingCall(LendingRefusal.TooSmall)
            : new LendingCall(
                LendingRefusal.None,
                Whole(repaid),
                Whole(seized),
                Whole(CompoundLiquidation.ProtocolTokens(seized, rules.ProtocolShare))
            );
    }

    // The least that seizes all there is; where no whole amount does, the most that does not seize more.
    private static Rational MostFor(Rational held, Rational perUnit)
    {
        Rational exact = CompoundLiquidation.MostRepaid(held, perUnit);
        Rational above = exact.ToInteger(Rounding.Ceiling);
        return CompoundLiquidation.SeizeTokens(above, perUnit) <= held ? above : exact.ToInteger(Rounding.Floor);
    }

    private Rational PriceOf(int asset) => prices.OfUnit(asset) * s_mantissa;

    private static Money Whole(Rational amount) => Money.FromMinorUnits(amount.ToInt64(Rounding.Floor));
}
