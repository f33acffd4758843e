using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One lending protocol's loans, exact and deterministic: commands in, events out.</summary>
/// <remarks>
/// It knows no liquidators: whoever calls <see cref="Liquidate"/> pays what is repaid and has what is received. Loans bear no interest.
/// Formulas and rounding: docs/models/lending.md. Not safe for use by several threads.
/// </remarks>
public sealed partial class LendingMarket
{
    private readonly EventLog _log;
    private readonly OraclePrices _prices;
    private readonly ILendingTerms _terms;
    private readonly LoanIndex _index;
    private readonly List<Loan> _loans = [];
    private readonly LendingTotals[] _totals;

    /// <param name="assets">Every loan is of one of them, against others.</param>
    public LendingMarket(LendingRules rules, IReadOnlyList<LendingAsset> assets, EventLog log)
    {
        (Rules, Assets, _log) = (rules, assets, log);
        _prices = new OraclePrices(assets);
        _index = new LoanIndex(assets, _prices);
        _totals = new LendingTotals[assets.Count];
        _terms = rules.Protocol switch
        {
            LendingProtocol.Aave => new AaveTerms(rules, assets, _prices),
            LendingProtocol.Compound => new CompoundTerms(rules, assets, _prices),
            _ => new MakerTerms(assets, _prices),
        };
    }

    public LendingRules Rules { get; }

    public IReadOnlyList<LendingAsset> Assets { get; }

    /// <summary>What the oracle says of an asset from now on.</summary>
    /// <param name="asset">No dollar token.</param>
    /// <param name="price">In ticks of 1e-8 dollars for a whole coin; positive.</param>
    public void UpdatePrice(Timestamp time, int asset, Price price)
    {
        Invariant.Holds(price > Price.Zero && !Assets[asset].IsDollar, "an oracle gives a coin a price above zero");
        _prices[asset] = price;
        _log.Write(MarketEvent.OraclePriceUpdated(time, asset, price));
    }

    /// <summary>Opens a loan.</summary>
    /// <param name="debt">Positive.</param>
    /// <param name="collateral">By asset; something of one at least, and of one only for a Maker vault.</param>
    /// <param name="weight">How many identical loans this one stands for; positive.</param>
    /// <returns>Null where so much may not be owed: nothing changed.</returns>
    public LoanId? Borrow(Timestamp time, int debtAsset, Money debt, ReadOnlySpan<Money> collateral, int weight = 1)
    {
        var loan = new Loan(new LoanId(_loans.Count), debtAsset, weight, Assets.Count) { Debt = debt };
        collateral.CopyTo(loan.Collateral);
        Invariant.Holds(debt.IsPositive && weight > 0 && loan.HasCollateral, "a loan owes something against something");
        Invariant.Holds(
            Rules.Protocol != LendingProtocol.Maker || (loan.OnlyCollateral is not null && Assets[debtAsset].IsDollar),
            "a vault owes dollars against one collateral"
        );
        if (_terms.IsLiquidatable(loan))
        {
            return null;
        }

        _loans.Add(loan);
        _index.Place(loan);
        _log.Write(MarketEvent.LoanOpened(time, loan.Id, debtAsset, debt, weight));
        _totals[debtAsset] = _totals[debtAsset] with { Borrowed = _totals[debtAsset].Borrowed + debt };
        for (int asset = 0; asset < collateral.Length; asset++)
        {
            if (collateral[asset].IsPositive)
            {
                _totals[asset] = _totals[asset] with { Deposited = _totals[asset].Deposited + collateral[asset] };
                _log.Write(MarketEvent.LoanCollateralDeposited(time, loan.Id, asset, Units(collateral[asset])));
            }
        }

        return loan.Id;
    }

    /// <summary>Whom anybody may liquidate now: by collateral, farthest under water first, then loans that no single price decides.</summary>
    public IReadOnlyList<LoanId> Liquidatable()
    {
        var loans = new List<LoanId>();
        foreach (int loan in _index.Crossed())
        {
            Evaluations++;
            Invariant.Holds(_terms.IsLiquidatable(_loans[loan]), "a loan is liquidatable at its liquidation price");
            loans.Add(new LoanId(loan));
        }

        foreach (int loan in _index.Others)
        {
            Evaluations++;
            if (_terms.IsLiquidatable(_loans[loan]))
            {
                loans.Add(new LoanId(loan));
            }
        }

        return loans;
    }

    /// <summary>What <see cref="Liquidate"/> would do; it changes nothing.</summary>
    /// <inheritdoc cref="Liquidate"/>
    public LendingCall Plan(LoanId loan, int collateral, Money atMost)
    {
        Loan owed = _loans[loan.Index];
        return owed.IsUnderAuction ? new LendingCall(LendingRefusal.UnderAuction)
            : !owed.Debt.IsPositive || !_terms.IsLiquidatable(owed) ? new LendingCall(LendingRefusal.NotLiquidatable)
            : !owed.Collateral[collateral].IsPositive ? new LendingCall(LendingRefusal.NoCollateral)
            : _terms.Plan(owed, collateral, atMost);
    }

    /// <summary>Somebody repays a part of a loan, as much as is allowed, and has collateral for it. Not of Maker's vaults.</summary>
    /// <param name="collateral">To be seized.</param>
    /// <param name="atMost">That the liquidator repays, in smallest units of the asset owed.</param>
    public LendingCall Liquidate(Timestamp time, LoanId loan, int collateral, Money atMost)
    {
        LendingCall call = Plan(loan, collateral, atMost);
        if (!call.IsDone)
        {
            return call;
        }

        Loan owed = _loans[loan.Index];
        _index.Remove(owed);
        TakeFrom(owed, collateral, call.Seized, call.ProtocolPart);
        Repay(owed, call.Repaid);
        _log.Write(
            MarketEvent.LoanLiquidated(
                time,
                loan,
                collateral,
                owed.DebtAsset,
                Units(call.Seized),
                _prices[collateral],
                call.Repaid,
                call.ProtocolPart
            )
        );
        Settle(time, owed);
        return call;
    }

    private void Repay(Loan loan, Money amount)
    {
        loan.Debt -= amount;
        ref LendingTotals totals = ref _totals[loan.DebtAsset];
        totals = totals with { Repaid = totals.Repaid + amount };
    }

    private void TakeFrom(Loan loan, int collateral, Money seized, Money protocolPart)
    {
        loan.Collateral[collateral] -= seized;
        ref LendingTotals totals = ref _totals[collateral];
        totals = totals with { Seized = totals.Seized + seized, ProtocolPart = totals.ProtocolPart + protocolPart };
    }

    // A loan without collateral is lost; one that owes something is watched on.
    private void Settle(Timestamp time, Loan loan)
    {
        if (loan.Debt.IsPositive && !loan.HasCollateral)
        {
            ref LendingTotals totals = ref _totals[loan.DebtAsset];
            totals = totals with { BadDebt = totals.BadDebt + loan.Debt };
            _log.Write(MarketEvent.BadDebtBooked(time, loan.Id, loan.DebtAsset, loan.Debt));
            loan.Debt = Money.Zero;
        }

        if (loan.Debt.IsPositive)
        {
            _index.Place(loan);
        }
    }

    private static Quantity Units(Money amount) => Quantity.FromLots(amount.MinorUnits);
}
