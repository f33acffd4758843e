using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <remarks>
/// Maker's auctions in whole units: what is to be raised and what is paid are rounded up, what is bought down. Rewards of keepers and limits on
/// the debt under auction are left out.
/// </remarks>
public sealed partial class LendingMarket
{
    // The formulas count amounts of 18 decimals: a smallest unit here is theirs.
    private static readonly Rational s_unit = Rational.FromFraction(1, 1_000_000_000_000_000_000);

    private readonly List<LendingAuction> _auctions = [];

    /// <summary>Auctions that were started, those that are over included; the index of one is its number.</summary>
    public int AuctionCount => _auctions.Count;

    public bool IsOver(int auction) => !_auctions[auction].Tab.IsPositive;

    public LoanId LoanOf(int auction) => _auctions[auction].Loan.Id;

    public int CollateralOf(int auction) => _auctions[auction].Collateral;

    /// <summary>Left to be raised, penalty included.</summary>
    public Money TabOf(int auction) => _auctions[auction].Tab;

    /// <summary>Puts the collateral of an unsafe vault up for auction.</summary>
    public LendingRefusal StartAuction(Timestamp time, LoanId loan)
    {
        Loan owed = _loans[loan.Index];
        if (owed.IsUnderAuction || !owed.Debt.IsPositive || !_terms.IsLiquidatable(owed))
        {
            return owed.IsUnderAuction ? LendingRefusal.UnderAuction : LendingRefusal.NotLiquidatable;
        }

        int collateral = owed.OnlyCollateral!.Value;
        MakerAuction.Auction started = MakerAuction.Start(
            Rational.FromInteger(owed.Collateral[collateral].MinorUnits),
            Rational.FromInteger(owed.Debt.MinorUnits),
            rate: Rational.One,
            Rational.One + Assets[collateral].Bonus,
            _prices.Between(collateral, owed.DebtAsset),
            Rules.Buffer,
            Rules.Dust,
            room: null,
            tip: Rational.Zero,
            chip: Rational.Zero
        );
        _index.Remove(owed);
        owed.IsUnderAuction = true;
        var auction = new LendingAuction(owed, collateral)
        {
            Tab = Money.FromMinorUnits(started.Debt.ToInt64(Rounding.Ceiling)),
            Top = started.Top,
            Start = time,
        };
        _auctions.Add(auction);
        _log.Write(
            MarketEvent.AuctionStarted(
                time,
                loan,
                collateral,
                owed.DebtAsset,
                Units(owed.Collateral[collateral]),
                _prices[collateral],
                auction.Tab
            )
        );
        return LendingRefusal.None;
    }

    /// <summary>Smallest units of the asset owed for one of the collateral; null where the auction is over or must be restarted.</summary>
    public Rational? AuctionPrice(int auction, Timestamp now)
    {
        LendingAuction sale = _auctions[auction];
        Rational elapsed = Rational.FromFraction((now - sale.Start).Nanoseconds, 1_000_000_000);
        if (!sale.Tab.IsPositive || elapsed > Rules.TailSeconds)
        {
            return null;
        }

        Rational step = elapsed.RoundTo(Rules.StepSeconds, Rounding.Floor);
        if (sale.LastStep is not { } last || last.Elapsed != step)
        {
            last = (step, MakerAuction.StairstepPrice(sale.Top, step, Rules.StepSeconds, Rules.Cut));
            sale.LastStep = last;
        }

        return MakerAuction.NeedsRestart(elapsed, Rules.TailSeconds, last.Price, sale.Top, Rules.Cusp)
            ? null
            : last.Price;
    }

    /// <summary>Begins an auction anew, from the oracle's price of now.</summary>
    public LendingRefusal RestartAuction(Timestamp time, int auction)
    {
        LendingAuction sale = _auctions[auction];
        if (IsOver(auction) || AuctionPrice(auction, time) is not null)
        {
            return IsOver(auction) ? LendingRefusal.AuctionOver : LendingRefusal.NeedsNoRestart;
        }

        sale.Top = _prices.Between(sale.Collateral, sale.Loan.DebtAsset) * Rules.Buffer;
        (sale.Start, sale.LastStep) = (time, null);
        _log.Write(MarketEvent.AuctionRestarted(time, sale.Loan.Id, sale.Collateral, _prices[sale.Collateral]));
        return LendingRefusal.None;
    }

    /// <summary>Somebody buys from an auction at its price of now.</summary>
    /// <param name="atMost">Smallest units of the collateral; positive.</param>
    public LendingCall Buy(Timestamp time, int auction, Money atMost)
    {
        if (IsOver(auction))
        {
            return new LendingCall(LendingRefusal.AuctionOver);
        }

        if (AuctionPrice(auction, time) is not { } price)
        {
            return new LendingCall(LendingRefusal.NeedsRestart);
        }

        LendingAuction sale = _auctions[auction];
        Money lot = sale.Loan.Collateral[sale.Collateral];
        if (
            MakerAuction.Take(Scaled(sale.Tab), Scaled(lot), price, SmallestTabOf(sale), Scaled(atMost))
            is not { } purchase
        )
        {
            return new LendingCall(LendingRefusal.LeavesDust);
        }

        Money bought = Money.FromMinorUnits((purchase.Bought / s_unit).ToInt64(Rounding.Floor));
        Money paid = Money.FromMinorUnits((purchase.Paid / s_unit).ToInt64(Rounding.Ceiling));
        if (!bought.IsPositive || !paid.IsPositive)
        {
            return new LendingCall(LendingRefusal.TooSmall);
        }

        Book(time, sale, bought, paid);
        return new LendingCall(LendingRefusal.None, paid, bought);
    }

    private void Book(Timestamp time, LendingAuction sale, Money bought, Money paid)
    {
        Loan owed = sale.Loan;
        Money repaid = Money.Min(paid, owed.Debt);
        sale.Tab -= paid;
        Repay(owed, repaid);
        TakeFrom(owed, sale.Collateral, bought, Money.Zero);
        ref LendingTotals totals = ref _totals[owed.DebtAsset];
        totals = totals with { Penalty = totals.Penalty + paid - repaid };
        _log.Write(
            MarketEvent.AuctionBought(
                time,
                owed.Id,
                sale.Collateral,
                owed.DebtAsset,
                Units(bought),
                _prices[sale.Collateral],
                paid,
                repaid
            )
        );
        Money left = owed.Collateral[sale.Collateral];
        if (sale.Tab.IsZero && left.IsPositive)
        {
            _log.Write(MarketEvent.CollateralReturned(time, owed.Id, sale.Collateral, Units(left)));
        }

        if (sale.Tab.IsZero || left.IsZero)
        {
            (sale.Tab, owed.IsUnderAuction) = (Money.Zero, false);
            Settle(time, owed);
        }
    }

    // Dust times penalty, for each vault that this one stands for.
    private Rational SmallestTabOf(LendingAuction sale)
    {
        Rational dollars =
            Rules.Dust * (Rational.One + Assets[sale.Collateral].Bonus) * Rational.FromInteger(sale.Loan.Weight);
        return dollars / _prices.OfUnit(sale.Loan.DebtAsset) * s_unit;
    }

    private static Rational Scaled(Money amount) => Rational.FromInteger(amount.MinorUnits) * s_unit;
}
