using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Aave v3.3 in whole units: what is repaid is rounded up, what is seized and the protocol's part of it down.</summary>
internal sealed class AaveTerms(LendingRules rules, IReadOnlyList<LendingAsset> assets, OraclePrices prices)
    : ILendingTerms
{
    private static readonly Rational s_two = Rational.FromInteger(2);

    public bool IsLiquidatable(Loan loan) => HealthOf(loan) < Rational.One;

    public LendingCall Plan(Loan loan, int collateral, Money atMost)
    {
        Money held = loan.Collateral[collateral];
        Rational debt = prices.Worth(loan.DebtAsset, loan.Debt);
        Rational small = rules.SmallPosition * Rational.FromInteger(loan.Weight);
        Rational closeFactor = AaveLiquidation.CloseFactor(
            HealthOf(loan),
            rules.FullCloseBelow,
            rules.CloseFactor,
            prices.Worth(collateral, held),
            debt,
            small
        );
        Rational owed = Rational.FromInteger(loan.Debt.MinorUnits);
        Rational most = AaveLiquidation.MostRepaid(owed, prices.OfUnit(loan.DebtAsset), debt, closeFactor);
        AaveLiquidation.Seizure seizure = AaveLiquidation.Seize(
            Rational.FromInteger(Math.Min(most.ToInt64(Rounding.Floor), atMost.MinorUnits)),
            prices.OfUnit(loan.DebtAsset),
            prices.OfUnit(collateral),
            assets[collateral].Bonus,
            Rational.FromInteger(held.MinorUnits),
            rules.ProtocolShare
        );
        Money repaid = Money.FromMinorUnits(seizure.Repaid.ToInt64(Rounding.Ceiling));
        Money seized = Money.FromMinorUnits(seizure.Seized.ToInt64(Rounding.Floor));
        Money part = Money.FromMinorUnits(seizure.ProtocolFee.ToInt64(Rounding.Floor));
        bool leavesDust = AaveLiquidation.LeavesDust(
            prices.Worth(collateral, held - seized),
            prices.Worth(loan.DebtAsset, loan.Debt - repaid),
            small / s_two
        );
        return leavesDust ? new LendingCall(LendingRefusal.LeavesDust)
            : !repaid.IsPositive || !seized.IsPositive ? new LendingCall(LendingRefusal.TooSmall)
            : new LendingCall(LendingRefusal.None, repaid, seized, part);
    }

    private Rational HealthOf(Loan loan)
    {
        Rational weighted = Rational.Zero;
        for (int asset = 0; asset < assets.Count; asset++)
        {
            weighted += prices.Worth(asset, loan.Collateral[asset]) * assets[asset].Factor;
        }

        return AaveLiquidation.HealthFactor(weighted, prices.Worth(loan.DebtAsset, loan.Debt));
    }
}
