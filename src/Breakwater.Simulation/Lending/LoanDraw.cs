using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Draws the loans of a lending market: docs/models/lending.md.</summary>
/// <remarks>Each loan has draws of its own. Sizes share out the collateral to the last unit; health says how much of what may be owed is owed.</remarks>
internal sealed class LoanDraw(LendingParameters market, Seed seed)
{
    private const long Billion = 1_000_000_000;

    /// <summary>Opens all loans in a market whose prices are set, those that are known by name first.</summary>
    /// <exception cref="CrowdException">A loan that is known by name owes more than it may, or collateral cannot be shared out.</exception>
    public void OpenIn(LendingMarket lending, Timestamp time)
    {
        foreach (GivenLoan given in market.Given)
        {
            if (lending.Borrow(time, given.DebtAsset, given.Debt, [.. given.Collateral]) is null)
            {
                throw new CrowdException(
                    $"{market.Name}: loan {given.Name} owes more than it may at the start, it would be liquidated at once"
                );
            }
        }

        foreach (LoanPool pool in market.Pools)
        {
            OpenPool(lending, time, pool);
        }
    }

    private void OpenPool(LendingMarket lending, Timestamp time, LoanPool pool)
    {
        var sizes = new double[pool.Loans];
        var healths = new long[pool.Loans];
        var weights = new int[pool.Loans];
        for (int i = 0; i < pool.Loans; i++)
        {
            weights[i] = pool.WeightOf(i);
            var draws = new DrawStream(
                seed,
                (uint)i,
                DrawPurposes.Loan,
                VenueLuck.Bucket($"{market.Name}/{pool.Name}")
            );
            sizes[i] = draws.NextLogNormal(0, pool.SizeSigma) * weights[i];
            double health = 1 + draws.NextLogNormal(PortableMath.Log(pool.MedianHealth - 1), pool.HealthSigma);
            healths[i] = Math.Max((long)Math.Ceiling(Math.Min(health, Billion) * Billion), Billion + 1);
        }

        long[][] shares = [.. pool.Collateral.Select(total => Split(pool, total.MinorUnits, sizes, weights))];
        for (int i = 0; i < pool.Loans; i++)
        {
            Money[] collateral = [.. shares.Select(share => Money.FromMinorUnits(share[i]))];
            Money debt = DebtOf(lending, pool.DebtAsset, collateral, healths[i]);

            // Who may owe less than a unit borrows nothing.
            if (debt.IsPositive)
            {
                LoanId? loan = lending.Borrow(time, pool.DebtAsset, debt, collateral, weights[i]);
                Invariant.Holds(loan is not null, "a loan drawn as healthy is healthy");
            }
        }
    }

    private long[] Split(LoanPool pool, long total, double[] sizes, int[] weights)
    {
        var shares = new long[sizes.Length];
        if (total == 0)
        {
            return shares;
        }

        if (total < pool.Population)
        {
            throw new CrowdException(
                FormattableString.Invariant(
                    $"{market.Name}: {total} smallest units of collateral cannot be shared out among {pool.Population} loans of {pool.Name}"
                )
            );
        }

        OpenInterestSplit.Apply(total, sizes, weights, shares);
        return shares;
    }

    /// <param name="health">In billionths; above a billion.</param>
    private Money DebtOf(LendingMarket lending, int debtAsset, Money[] collateral, long health)
    {
        Rational allowed = Rational.Zero;
        for (int asset = 0; asset < collateral.Length; asset++)
        {
            if (collateral[asset].IsPositive)
            {
                allowed += lending.WorthOf(asset, collateral[asset]) * market.Assets[asset].Asset.Factor;
            }
        }

        Rational units =
            allowed / lending.WorthOf(debtAsset, Money.FromMinorUnits(1)) * Rational.FromFraction(Billion, health);
        return Money.FromMinorUnits(units.ToInt64(Rounding.Floor));
    }
}
