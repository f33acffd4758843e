using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>
/// An order at the fillable price, as large as the block allows; the fund has a share of what it brings beyond the bankruptcy
/// price and pays what it lacks. Who owes money and meets nobody is deleveraged.
/// </summary>
/// <remarks>Source: docs/venues/dydx-v4.md.</remarks>
internal sealed class BlockLimitedOrder(
    Ledger ledger,
    Margins margins,
    FundAccount fund,
    LiquidationOrder order,
    Backstop backstop,
    Blocks blocks,
    VenueRules rules
) : ILadderStep
{
    private readonly BlockRules _rules = rules.Liquidation.Block!;

    public bool MayTake(int position) => !blocks.HasTaken(position);

    public Quantity NextSize(int position, MarginState state) => SizeFor(position);

    /// <returns>True: what one position's order leaves is asked of the next.</returns>
    public bool Take(int position, MarginState state, long wave)
    {
        blocks.Take(position);
        Quantity size = SizeFor(position);
        if ((size.IsZero || !Fills(position, size, state)) && state.Equity.IsNegative)
        {
            backstop.Deleverage(position, margins.PriceOfBankruptcy(position, state), wave);
        }

        return true;
    }

    private bool Fills(int position, Quantity size, MarginState state)
    {
        var closing = new ClosingTerms(ledger, margins, position, state);
        Money mayLose = MayLose(position);
        if (WorstPrice(position, size, closing, mayLose) is not { } worst)
        {
            return false;
        }

        Execution done = order.Place(position, size, worst, Rounding.Floor);
        if (done.Filled.IsZero)
        {
            return false;
        }

        SettleWithFund(position, closing.SurplusOf(done, _rules.SurplusFee), mayLose);
        blocks.AddNotional(ledger.Position(position).Account, NotionalOf(position, done.Filled));
        return true;
    }

    // In lots: what the block allows of the position, and of its account.
    private Quantity SizeFor(int position)
    {
        ref Position row = ref ledger.Position(position);
        Rational lots = Rational.FromInteger(row.Lots.Magnitude.Lots);
        Rational price = Whole(NotionalOf(position, Quantity.FromLots(1)));
        Rational size = LiquidationSize.WithinBlock(
            lots,
            price,
            Whole(ForAccount(row.Account, _rules.MinNotional)),
            Rational.FromRate(_rules.MaxShare),
            Rational.One,
            Rational.One
        );
        if (_rules.MaxAccountNotional is { } most)
        {
            Rational left = Whole(ForAccount(row.Account, most) - blocks.NotionalOf(row.Account));
            size = LiquidationSize.WithinNotional(size, price, left, Rational.One);
        }

        return Quantity.FromLots(size.ToInt64(Rounding.Floor));
    }

    // The fillable price, or one at which the fund loses no more than it may; null where there is no such price.
    private Price? WorstPrice(int position, Quantity size, in ClosingTerms closing, Money mayLose)
    {
        bool sells = ledger.Position(position).Lots.IsLong;
        long fillable = closing.FillableTicks(_rules.BankruptcyAdjustment, _rules.SpreadToMaintenance);
        long affordable = closing.AffordableTicks(size, mayLose);
        long worst = sells ? Math.Max(fillable, affordable) : Math.Min(fillable, affordable);
        return worst > 0 ? Price.FromTicks(worst) : null;
    }

    private Money MayLose(int position)
    {
        ref Position row = ref ledger.Position(position);
        Money has = rules.Fund.PaysDeficits ? Money.Max(fund.Equity, Money.Zero) : Money.Zero;
        return _rules.MaxFundLoss is { } most
            ? Money.Min(has, ForAccount(row.Account, most) - blocks.FundLossOf(row.Account))
            : has;
    }

    private void SettleWithFund(int position, Money surplus, Money mayLose)
    {
        if (surplus.IsNegative)
        {
            Money paid = Money.Min(-surplus, mayLose);
            fund.Pay(position, paid);
            blocks.AddFundLoss(ledger.Position(position).Account, paid);
        }
        else
        {
            ledger.PayToFund(position, surplus);
        }
    }

    // Of as many accounts as this one stands for; what no money holds is no limit.
    private Money ForAccount(int account, Money ofOne) =>
        Money.FromMinorUnits(
            (long)Int128.Min((Int128)ofOne.MinorUnits * ledger.Account(account).Weight, long.MaxValue)
        );

    private Money NotionalOf(int position, Quantity lots) =>
        ledger.Instruments[ledger.Position(position).Instrument].Notional(margins.MarkOf(position), lots);

    private static Rational Whole(Money amount) => Rational.FromInteger(amount.MinorUnits);
}
