using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>The repayments that a unified mode makes out of an account's collateral.</summary>
internal static class WalletConversion
{
    /// <summary>Before any order: debts beyond their limits, and in liquidation all, where the venue repays them first.</summary>
    /// <param name="after">The account with the holdings that are left.</param>
    public static IReadOnlyList<Repayment> BeforeOrders(RuleSet rules, MarginAccount account, out MarginAccount after)
    {
        after = account;
        if (!account.IsUnified)
        {
            return [];
        }

        bool liquidated =
            rules.Unified!.Conversion.AtLiquidation == ConversionTime.BeforePositions
            && Array.Exists(account.Positions, account.IsLiquidatable);
        IReadOnlyList<Repayment> repayments = Repay(
            rules,
            account.Holdings,
            account.Profit,
            liquidated,
            out var holdings
        );
        after = repayments.Count == 0 ? account : account.With(holdings);
        return repayments;
    }

    /// <summary>Once a fill has changed the balance: the deficit that it made, where the venue repays it at once.</summary>
    /// <param name="account">Unified.</param>
    /// <param name="change">Of the balance in the settlement currency.</param>
    /// <param name="profit">Unrealised, of what is still open.</param>
    public static IReadOnlyList<Repayment> AfterFill(
        RuleSet rules,
        MarginAccount account,
        Rational change,
        Rational profit,
        out CollateralHolding[] after
    )
    {
        bool liquidated = rules.Unified!.Conversion.AtLiquidation == ConversionTime.AfterPositions;
        CollateralHolding[] changed = WithSettlement(rules, account.Holdings, change);
        return Repay(rules, changed, profit, liquidated, out after);
    }

    private static IReadOnlyList<Repayment> Repay(
        RuleSet rules,
        CollateralHolding[] holdings,
        Rational profit,
        bool liquidated,
        out CollateralHolding[] after
    )
    {
        ConversionRules conversion = rules.Unified!.Conversion;
        int settlement = Array.FindIndex(holdings, holding => holding.Asset == rules.Settlement);
        after = settlement >= 0 ? [.. holdings] : WithSettlement(rules, holdings, Rational.Zero);
        settlement = settlement >= 0 ? settlement : after.Length - 1;
        var due = new Rational[after.Length];
        for (int i = 0; i < due.Length; i++)
        {
            Rational own = i == settlement ? profit : Rational.Zero;
            due[i] = Conversion.Due(after[i], own, conversion, liquidated);
        }

        return Conversion.Repay(after, due, conversion);
    }

    private static CollateralHolding[] WithSettlement(RuleSet rules, CollateralHolding[] holdings, Rational change)
    {
        CollateralHolding[] changed = [.. holdings];
        int settlement = Array.FindIndex(changed, holding => holding.Asset == rules.Settlement);
        if (settlement < 0)
        {
            return [.. changed, Wallet.OfSettlement(rules, change)];
        }

        changed[settlement] = changed[settlement] with { Amount = changed[settlement].Amount + change };
        return changed;
    }
}
