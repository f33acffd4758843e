using Breakwater.Domain;

namespace Breakwater.Exchange;

public sealed partial class LendingMarket
{
    public int LoanCount => _loans.Count;

    /// <summary>Loans that were looked at to find out whom anybody may liquidate.</summary>
    public long Evaluations { get; private set; }

    public Price PriceOf(int asset) => _prices[asset];

    /// <summary>Dollars, by the oracle.</summary>
    public Rational WorthOf(int asset, Money amount) => _prices.Worth(asset, amount);

    public Money DebtOf(LoanId loan) => _loans[loan.Index].Debt;

    public int DebtAssetOf(LoanId loan) => _loans[loan.Index].DebtAsset;

    public int WeightOf(LoanId loan) => _loans[loan.Index].Weight;

    public Money CollateralOf(LoanId loan, int asset) => _loans[loan.Index].Collateral[asset];

    /// <summary>Highest oracle price of its collateral at which a loan is liquidatable; null where no single price decides.</summary>
    public Price? LiquidationPriceOf(LoanId loan)
    {
        Loan owed = _loans[loan.Index];
        bool isDecided = owed.Debt.IsPositive && owed.OnlyCollateral is not null && Assets[owed.DebtAsset].IsDollar;
        return isDecided ? Price.FromTicks(owed.Trigger) : null;
    }

    public LendingTotals TotalsOf(int asset) => _totals[asset];

    /// <summary>Still owed of an asset, bad debt aside. Looks at every loan.</summary>
    public Money OwedOf(int asset) => Sum(loan => loan.DebtAsset == asset ? loan.Debt : Money.Zero);

    /// <summary>Still held of a collateral. Looks at every loan.</summary>
    public Money HeldOf(int asset) => Sum(loan => loan.Collateral[asset]);

    /// <summary>
    /// What of an asset is in no row of its totals: collateral beyond deposited less seized, debt beyond borrowed less repaid less bad debt.
    /// Zeros, or something leaked. Looks at every loan.
    /// </summary>
    public (Money Collateral, Money Debt) Leak(int asset)
    {
        LendingTotals totals = _totals[asset];
        return (
            HeldOf(asset) - (totals.Deposited - totals.Seized),
            OwedOf(asset) - (totals.Borrowed - totals.Repaid - totals.BadDebt)
        );
    }

    private Money Sum(Func<Loan, Money> amount)
    {
        Money sum = Money.Zero;
        foreach (Loan loan in _loans)
        {
            sum += amount(loan);
        }

        return sum;
    }
}
