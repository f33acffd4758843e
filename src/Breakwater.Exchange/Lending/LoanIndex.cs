using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>
/// Which loans a price may have made liquidatable: those that one price decides, by that price, the others one by one.
/// </summary>
/// <remarks>One price decides a loan of one collateral that owes dollars. Whoever moves a price is told those it crosses and no other.</remarks>
internal sealed class LoanIndex(IReadOnlyList<LendingAsset> assets, OraclePrices prices)
{
    private static readonly Comparer<(long Trigger, int Loan)> s_highestFirst = Comparer<(
        long Trigger,
        int Loan
    )>.Create(
        (left, right) =>
            left.Trigger != right.Trigger ? right.Trigger.CompareTo(left.Trigger) : left.Loan.CompareTo(right.Loan)
    );

    // By collateral.
    private readonly SortedSet<(long Trigger, int Loan)>[] _byTrigger =
    [
        .. assets.Select(_ => new SortedSet<(long Trigger, int Loan)>(s_highestFirst)),
    ];

    private readonly SortedSet<int> _others = [];

    public void Place(Loan loan)
    {
        if (loan.OnlyCollateral is { } collateral && assets[loan.DebtAsset].IsDollar)
        {
            loan.Trigger = prices.HighestBelow(
                collateral,
                loan.Collateral[collateral],
                assets[collateral].Factor,
                prices.Worth(loan.DebtAsset, loan.Debt)
            );
            _byTrigger[collateral].Add((loan.Trigger, loan.Id.Index));
        }
        else
        {
            _others.Add(loan.Id.Index);
        }
    }

    /// <param name="loan">As it was placed.</param>
    public void Remove(Loan loan)
    {
        if (loan.OnlyCollateral is { } collateral && assets[loan.DebtAsset].IsDollar)
        {
            _byTrigger[collateral].Remove((loan.Trigger, loan.Id.Index));
        }
        else
        {
            _others.Remove(loan.Id.Index);
        }
    }

    /// <summary>Loans that one price decides and has crossed: by collateral, farthest under water first.</summary>
    public IEnumerable<int> Crossed()
    {
        for (int asset = 0; asset < _byTrigger.Length; asset++)
        {
            foreach ((long trigger, int loan) in _byTrigger[asset])
            {
                if (trigger < prices[asset].Ticks)
                {
                    break;
                }

                yield return loan;
            }
        }
    }

    /// <summary>Loans that have to be evaluated, in order of opening.</summary>
    public IEnumerable<int> Others => _others;
}
