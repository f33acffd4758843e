using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What it takes to open a position: initial margin, set aside or kept available.</summary>
internal sealed class Opening(Ledger ledger, Marks marks, Margins margins)
{
    /// <summary>Whether an account may trade at once at a price.</summary>
    /// <param name="change">Signed.</param>
    public Rejection CheckTrade(
        AccountId account,
        InstrumentRules rules,
        Quantity change,
        Price price,
        Leverage leverage
    )
    {
        Quantity held = ledger.LotsOf(account, rules.Instrument.Id);
        return Check(account, rules, held + change, OpenedBy(held, change), price, leverage);
    }

    /// <summary>Whether an account may have an order, on top of what its open orders on that side may open.</summary>
    /// <param name="price">At which it is expected to trade.</param>
    public Rejection CheckOrder(int position, InstrumentRules rules, Side side, Quantity quantity, Price price)
    {
        ref Position row = ref ledger.Position(position);
        Quantity before = row.OpenOn(side).Towards(side);
        Quantity after = before + quantity.Towards(side);
        Quantity opened = OpenedBy(row.Lots, after) - OpenedBy(row.Lots, before);
        return Check(new AccountId(row.Account), rules, row.Lots + after, opened, price, row.Leverage);
    }

    /// <summary>
    /// Under isolated margin, moves the margin of what a change is about to open from the wallet; what is there of it, where
    /// the mark has moved since the order was accepted.
    /// </summary>
    public void SetAside(int position, Quantity change, Price price, Leverage leverage)
    {
        ref Position row = ref ledger.Position(position);
        ref Account account = ref ledger.Account(row.Account);
        Quantity opened = OpenedBy(row.Lots, change);
        if (account.Role != AccountRole.Trader || opened.IsZero)
        {
            return;
        }

        row.Leverage = leverage;
        if (account.Mode == MarginMode.Isolated)
        {
            Instrument instrument = ledger.Instruments[row.Instrument];
            Money needed = MarginFor(instrument, row.Lots + change, opened, price, leverage);
            ledger.MoveToIsolatedMargin(position, Money.Min(needed, Money.Max(account.Wallet, Money.Zero)));
        }
    }

    /// <summary>Signed: what a change adds beyond closing what is held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity OpenedBy(Quantity held, Quantity change)
    {
        // Whose position stands which way is beyond prediction: minima and maxima in place of branches.
        long before = held.Lots;
        long after = before + change.Lots;
        long longer = Math.Max(after, 0) - Math.Max(before, 0);
        long shorter = Math.Min(after, 0) - Math.Min(before, 0);
        return Quantity.FromLots(Math.Max(longer, 0) + Math.Min(shorter, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rejection Check(
        AccountId account,
        InstrumentRules rules,
        Quantity held,
        Quantity opened,
        Price price,
        Leverage leverage
    )
    {
        ref Account row = ref ledger.Account(account.Index);
        if (opened.IsZero || row.Role != AccountRole.Trader)
        {
            return Rejection.None;
        }

        Money after = rules.Instrument.Notional(marks[rules.Instrument.Id.Index], held.Magnitude);
        if (leverage > rules.Margin.MaxLeverage(after, held, row.Weight))
        {
            return Rejection.LeverageAboveLimit;
        }

        return MarginFor(rules.Instrument, held, opened, price, leverage) > margins.Available(account)
            ? Rejection.InsufficientMargin
            : Rejection.None;
    }

    /// <summary>Initial margin, and what the opened part has already lost when it trades on the wrong side of the mark.</summary>
    /// <param name="held">Afterwards, the opened part with it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Money MarginFor(Instrument instrument, Quantity held, Quantity opened, Price price, Leverage leverage)
    {
        // What the whole costs at the mark, less what it costs without: of an inverse contract parts cost more than the whole.
        Price mark = marks[instrument.Id.Index];
        Money atMark = instrument.Cost(mark, held) - instrument.Cost(mark, held - opened);
        Money cost = instrument.Cost(price, opened);
        Money lost = cost - atMark;
        return leverage.InitialMargin(cost.Magnitude) + Money.Max(lost, Money.Zero);
    }
}
