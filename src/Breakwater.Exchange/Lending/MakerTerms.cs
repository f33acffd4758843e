using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Maker's vaults, at a rate of one: nobody repays for others; what is unsafe goes to auction.</summary>
internal sealed class MakerTerms(IReadOnlyList<LendingAsset> assets, OraclePrices prices) : ILendingTerms
{
    public bool IsLiquidatable(Loan loan) =>
        loan.OnlyCollateral is { } collateral
        && MakerAuction.IsUnsafe(
            Rational.FromInteger(loan.Collateral[collateral].MinorUnits),
            prices.Between(collateral, loan.DebtAsset),
            Rational.One / assets[collateral].Factor,
            Rational.FromInteger(loan.Debt.MinorUnits)
        );

    public LendingCall Plan(Loan loan, int collateral, Money atMost) =>
        throw new NotSupportedException("A vault is liquidated by auction.");
}
