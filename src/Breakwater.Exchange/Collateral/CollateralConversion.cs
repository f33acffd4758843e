using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Sells collateral to the outside where an account's wallet owes more than the venue lets it owe.</summary>
/// <remarks>
/// What is sold, and how much, is what <see cref="Conversion"/> says, each sale in whole smallest amounts that bring at least what is
/// needed of it, rounded up to a minor unit: a debt that can be repaid is. Source: docs/models/margin.md.
/// </remarks>
internal sealed class CollateralConversion(
    Ledger ledger,
    Margins margins,
    CollateralBook book,
    ConversionRules rules,
    Currency settlement
)
{
    private const int Settlement = 0;

    private readonly Rational? _debtLimit = rules.DebtLimits.TryGetValue(settlement.Code, out Rational limit)
        ? limit / Rational.FromDecimal(settlement.MinorUnit)
        : null;

    /// <summary>An account in liquidation, before any of its positions is reduced.</summary>
    public void BeforeOrders(int account) => Repay(account, rules.AtLiquidation == ConversionTime.BeforePositions);

    /// <summary>An account in liquidation, after a position was reduced.</summary>
    public void AfterFill(int account) => Repay(account, rules.AtLiquidation == ConversionTime.AfterPositions);

    /// <summary>An account that has traded; one without positions repays all that it can.</summary>
    public void AfterTrade(int account, bool isClosed) => Repay(account, isClosed);

    private void Repay(int account, bool liquidated)
    {
        ref Account row = ref ledger.Account(account);
        if (!row.HasCollateral)
        {
            return;
        }

        CollateralHolding wallet = WalletOf(row);
        Rational debt = Conversion.Due(wallet, ProfitOf(account), rules, liquidated);
        if (!debt.IsPositive)
        {
            return;
        }

        CollateralHolding[] holdings =
        [
            wallet,
            .. Enumerable.Range(0, book.Assets).Select(asset => book.HoldingOf(account, asset)),
        ];
        var due = new Rational[holdings.Length];
        due[Settlement] = debt;
        foreach (Repayment repayment in Conversion.Repay(holdings, due, rules))
        {
            foreach (CollateralSale sale in repayment.Sales)
            {
                Sell(account, sale, Array.FindIndex(holdings, holding => holding.Asset == sale.Asset) - 1);
            }
        }
    }

    // In minor units of itself. The limit is of one account.
    private CollateralHolding WalletOf(in Account row) =>
        new(
            settlement.Code,
            Rational.FromInteger(row.Wallet.MinorUnits),
            Rational.One,
            [],
            null,
            _debtLimit is { } limit ? limit * Rational.FromInteger(row.Weight) : null
        );

    private Rational ProfitOf(int account)
    {
        Money profit = margins.CrossEquity(account) - margins.BalanceOfCross(account);
        return Rational.FromInteger(profit.MinorUnits);
    }

    private void Sell(int account, CollateralSale sale, int asset)
    {
        Rational needed = (sale.Worth - sale.Cost).ToInteger(Rounding.Ceiling);
        Rational amount = CollateralValue.SoldFor(needed, rules.Haircut) / (sale.Worth / sale.Amount);
        Quantity units = Quantity.Min(book.UnitsFor(asset, amount), book.Held(account, asset));
        Rational worth = book.WorthOf(asset, units);
        Money proceeds = Down(worth * (Rational.One - rules.Haircut));
        if (proceeds.IsPositive)
        {
            int weight = ledger.Account(account).Weight;
            book.Sell(account, weight, asset, units);
            ledger.CreditSale(account, new AssetId(asset), units, book.Price(asset), proceeds, Down(worth) - proceeds);
        }
    }

    private static Money Down(Rational amount) => Money.FromMinorUnits(amount.ToInt64(Rounding.Floor));
}
