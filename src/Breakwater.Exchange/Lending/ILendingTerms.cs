using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Whom a protocol lets others liquidate, and for what: its formulas in whole smallest units.</summary>
internal interface ILendingTerms
{
    /// <param name="loan">Owes something.</param>
    bool IsLiquidatable(Loan loan);

    /// <summary>What a call would do that repays as much as is allowed and no more than an amount.</summary>
    /// <param name="loan">Liquidatable, with something of the collateral.</param>
    /// <param name="atMost">Of the asset owed.</param>
    LendingCall Plan(Loan loan, int collateral, Money atMost);
}
