using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Sells collateral to repay negative balances.</summary>
/// <remarks>
/// What is sold is worth what is repaid and the cost of selling it: nothing else is gained or lost. Source: the pages of the
/// unified modes under docs/venues/.
/// </remarks>
public static class Conversion
{
    /// <summary>What of a debt is to be repaid now, in units of the asset.</summary>
    /// <param name="profit">Unrealised profit settled in this asset.</param>
    /// <param name="liquidated">Debts are repaid whatever their limits.</param>
    public static Rational Due(in CollateralHolding holding, Rational profit, ConversionRules rules, bool liquidated)
    {
        Rational balance = rules.DebtCountsProfit ? holding.Amount + profit : holding.Amount;
        Rational debt = Rational.Max(-balance, Rational.Zero);
        if (liquidated)
        {
            return debt;
        }

        bool limited = rules.DebtLimits.TryGetValue(holding.Asset, out Rational limit);
        if (!(limited || holding.DebtLimit is not null) || debt < (holding.DebtLimit ?? limit))
        {
            return Rational.Zero;
        }

        return rules.RepaysWholeDebt ? debt : debt - (holding.DebtLimit ?? limit);
    }

    /// <summary>Repays the debts that are due, the largest first; sales and repayments change the holdings.</summary>
    /// <param name="due">In units of each holding's asset; zero where nothing is.</param>
    public static IReadOnlyList<Repayment> Repay(
        Span<CollateralHolding> holdings,
        ReadOnlySpan<Rational> due,
        ConversionRules rules
    )
    {
        var repayments = new List<Repayment>();
        foreach (int debtor in LargestFirst(holdings, due))
        {
            CollateralHolding debt = holdings[debtor];
            List<CollateralSale> sales = Sell(holdings, due, due[debtor] * debt.Price, rules);
            Rational proceeds = Rational.Zero;
            foreach (CollateralSale sale in sales)
            {
                proceeds += sale.Worth - sale.Cost;
            }

            Rational repaid = proceeds / debt.Price;
            holdings[debtor] = debt with { Amount = debt.Amount + repaid };
            repayments.Add(new Repayment(debt.Asset, repaid, due[debtor] - repaid, sales));
        }

        return repayments;
    }

    private static List<int> LargestFirst(ReadOnlySpan<CollateralHolding> holdings, ReadOnlySpan<Rational> due)
    {
        var debts = new List<(int Index, Rational Worth)>();
        for (int i = 0; i < holdings.Length; i++)
        {
            if (due[i].IsPositive)
            {
                debts.Add((i, due[i] * holdings[i].Price));
            }
        }

        return [.. debts.OrderByDescending(debt => debt.Worth).Select(debt => debt.Index)];
    }

    private static List<CollateralSale> Sell(
        Span<CollateralHolding> holdings,
        ReadOnlySpan<Rational> due,
        Rational needed,
        ConversionRules rules
    )
    {
        List<int> sources = Sources(holdings, due, rules.Order);
        Rational obtainable = Rational.Zero;
        foreach (int source in sources)
        {
            obtainable += NetOf(holdings[source], rules);
        }

        var sales = new List<CollateralSale>();
        Rational left = Rational.Min(needed, obtainable);
        Rational part = obtainable.IsPositive ? left / obtainable : Rational.Zero;
        foreach (int source in sources)
        {
            Rational net = NetOf(holdings[source], rules);
            Rational taken = rules.Order == ConversionOrder.InProportion ? net * part : Rational.Min(net, left);
            left -= taken;
            if (taken.IsPositive)
            {
                sales.Add(SaleOf(ref holdings[source], taken, rules));
            }
        }

        return sales;
    }

    private static CollateralSale SaleOf(ref CollateralHolding holding, Rational net, ConversionRules rules)
    {
        Rational worth = CollateralValue.SoldFor(net, HaircutOf(holding, rules));
        Rational amount = worth / holding.Price;
        holding = holding with { Amount = holding.Amount - amount };
        return new CollateralSale(holding.Asset, amount, worth, worth - net);
    }

    private static List<int> Sources(
        ReadOnlySpan<CollateralHolding> holdings,
        ReadOnlySpan<Rational> due,
        ConversionOrder order
    )
    {
        var sources = new List<(int Index, Rational Ratio)>();
        for (int i = 0; i < holdings.Length; i++)
        {
            if (holdings[i].Amount.IsPositive && holdings[i].FirstRatio.IsPositive && due[i].IsZero)
            {
                sources.Add((i, holdings[i].FirstRatio));
            }
        }

        return order == ConversionOrder.InProportion
            ? [.. sources.Select(source => source.Index)]
            : [.. sources.OrderByDescending(source => source.Ratio).Select(source => source.Index)];
    }

    private static Rational HaircutOf(in CollateralHolding holding, ConversionRules rules) =>
        holding.Haircut ?? rules.Haircut;

    private static Rational NetOf(in CollateralHolding holding, ConversionRules rules) =>
        holding.Worth * (Rational.One - HaircutOf(holding, rules));
}
