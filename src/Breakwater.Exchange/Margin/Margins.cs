using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Reads margin accounts off the ledger at the present marks.</summary>
internal sealed class Margins(
    Ledger ledger,
    Marks marks,
    IReadOnlyList<InstrumentRules> instruments,
    CollateralBook? collateral
)
{
    private readonly InstrumentRules[] _instruments = [.. instruments];
    private readonly bool _atEquality = instruments[0].LiquidatesAtEquality;

    public InstrumentRules RulesOf(int position) => _instruments[ledger.Position(position).Instrument];

    public Price MarkOf(int position) => marks[ledger.Position(position).Instrument];

    /// <summary>The margin account that a position belongs to.</summary>
    public MarginState StateOf(int position)
    {
        ref Position row = ref ledger.Position(position);
        ref Account account = ref ledger.Account(row.Account);
        return account.Mode == MarginMode.Isolated
            ? new MarginState(row.IsolatedMargin + Profit(row), Maintenance(row), _atEquality)
            : StateOfCross(row.Account);
    }

    /// <summary>Of the margin account that a position belongs to.</summary>
    public Money EquityOf(int position)
    {
        ref Position row = ref ledger.Position(position);
        return ledger.Account(row.Account).Mode == MarginMode.Isolated
            ? row.IsolatedMargin + Profit(row)
            : CrossEquity(row.Account);
    }

    /// <summary>Notional at the marks of all positions of the margin account that a position belongs to.</summary>
    public Money ExposureOf(int position)
    {
        ref Position row = ref ledger.Position(position);
        ref Account account = ref ledger.Account(row.Account);
        if (account.Mode == MarginMode.Isolated)
        {
            return Value(row).Magnitude;
        }

        Money exposure = Money.Zero;
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            exposure += Value(ledger.Position(p)).Magnitude;
        }

        return exposure;
    }

    /// <summary>Signed value at the mark.</summary>
    public Money Value(in Position row) =>
        _instruments[row.Instrument].Instrument.Value(marks[row.Instrument], row.Lots);

    public Money UnrealisedProfit(in Position row) => Value(row) - row.Cost;

    public Money Maintenance(in Position row) => MaintenanceAt(Value(row), row);

    /// <summary>What closing a part of a position takes off its maintenance margin.</summary>
    /// <param name="closed">Positive; no more than the position.</param>
    public Money ReleasedBy(in Position row, Quantity closed)
    {
        Position left = row;
        left.Lots -= row.Lots.IsLong ? closed : -closed;
        left.Cost -= CostShare.Of(row.Cost, closed, row.Lots);
        return Maintenance(row) - (left.Lots.IsZero ? Money.Zero : Maintenance(left));
    }

    /// <summary>The first mark, in ticks, at which a position no longer carries what it must.</summary>
    public long Trigger(in Position row, Money required) =>
        LiquidationPrice.Trigger(
            _instruments[row.Instrument],
            row.Lots,
            row.Cost,
            ledger.Account(row.Account).Weight,
            required + Reserve(row)
        );

    private Money Reserve(in Position row) =>
        ledger.Account(row.Account).Mode == MarginMode.Cross
            ? _instruments[row.Instrument].ReserveFor(row.Lots, row.Cost, row.Leverage)
            : Money.Zero;

    /// <summary>Bankruptcy price of a position of a margin account, to a tick.</summary>
    public Price PriceOfBankruptcy(int position, MarginState state)
    {
        ref Position row = ref ledger.Position(position);
        Money behind = BankruptcyPrice.EquityBehind(state, Maintenance(row));
        return BankruptcyPrice.ToTick(ledger.Instruments[row.Instrument], row.Lots, marks[row.Instrument], behind);
    }

    /// <summary>Wallet, and collateral after haircuts, of an account whose positions share them.</summary>
    public Money BalanceOfCross(int index) => BalanceOf(ledger.Account(index), index);

    /// <summary>The money behind a position, and collateral after haircuts.</summary>
    public Money BalanceBehind(int position)
    {
        int account = ledger.Position(position).Account;
        return ledger.Account(account).HasCollateral ? BalanceOfCross(account) : ledger.Balance(position);
    }

    /// <summary>Balance, unrealised profit and funding of an account whose positions share its balance.</summary>
    public Money CrossEquity(int index)
    {
        ref Account account = ref ledger.Account(index);
        Money equity = BalanceOf(account, index);
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            ref Position row = ref ledger.Position(p);
            equity += row.Lots.IsZero ? Money.Zero : Profit(row);
        }

        return equity;
    }

    /// <summary>
    /// What an account can put behind something new: its wallet, or under cross margin equity less initial margins; less
    /// what its open orders reserve.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money Available(AccountId account)
    {
        ref Account row = ref ledger.Account(account.Index);
        bool isCross = row.Mode == MarginMode.Cross && row.Role == AccountRole.Trader;
        Money available = BalanceOf(row, account.Index);
        for (int p = row.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            ref Position position = ref ledger.Position(p);
            available -= Reserved(position);
            available += isCross ? BeyondInitialMargin(position) : Money.Zero;
        }

        return available;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Money BeyondInitialMargin(in Position row)
    {
        // Not its value, which of an inverse contract is a minor unit less for a short: who opens at the mark has lost nothing.
        Money cost = _instruments[row.Instrument].Instrument.Cost(marks[row.Instrument], row.Lots);
        return cost - row.Cost - ledger.FundingOwed(row) - row.Leverage.InitialMargin(cost.Magnitude);
    }

    /// <summary>Initial margin, at the mark, of the most that an account's open orders in an instrument could open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money Reserved(in Position row)
    {
        if (row.OpenBuys.IsZero && row.OpenSells.IsZero)
        {
            return Money.Zero;
        }

        long bought = Opening.OpenedBy(row.Lots, row.OpenBuys).Magnitude.Lots;
        long sold = Opening.OpenedBy(row.Lots, -row.OpenSells).Magnitude.Lots;
        Quantity opened = Quantity.FromLots(Math.Max(bought, sold));
        return row.Leverage.InitialMargin(
            _instruments[row.Instrument].Instrument.Notional(marks[row.Instrument], opened)
        );
    }

    /// <summary>An account whose positions share its balance.</summary>
    public MarginState StateOfCross(int index)
    {
        ref Account account = ref ledger.Account(index);
        Money equity = BalanceOf(account, index);
        Money maintenance = Money.Zero;
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            ref Position row = ref ledger.Position(p);
            Money value = Value(row);
            equity += value - row.Cost - ledger.FundingOwed(row);
            maintenance += MaintenanceAt(value, row);
        }

        return new MarginState(equity, maintenance, _atEquality);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Money BalanceOf(in Account row, int index) =>
        row.HasCollateral ? row.Wallet + collateral!.CountedValue(index) : row.Wallet;

    private Money MaintenanceAt(Money value, in Position row)
    {
        InstrumentRules rules = _instruments[row.Instrument];
        ref Account account = ref ledger.Account(row.Account);
        return rules.Maintenance(row.Lots, value, row.Cost, account.Weight) + Reserve(row);
    }

    private Money Profit(in Position row) => UnrealisedProfit(row) - ledger.FundingOwed(row);
}
