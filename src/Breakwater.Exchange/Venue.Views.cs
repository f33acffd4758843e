using Breakwater.Domain;

namespace Breakwater.Exchange;

public sealed partial class Venue
{
    public int AccountCount => _ledger.AccountCount;

    /// <summary>Margin accounts evaluated by marks and fundings so far.</summary>
    public long Evaluations => _wave.Evaluations;

    /// <summary>Debts of closed accounts that nobody paid; not negative.</summary>
    public Money UnpaidLoss => _ledger.UnpaidLoss;

    /// <summary>Trading fees less rebates.</summary>
    public Money FeesCollected => _ledger.FeesCollected;

    /// <summary>Deposits less withdrawals.</summary>
    public Money NetDeposits => _ledger.NetDeposits;

    public Money FundEquity => _fund.Equity;

    /// <summary>What the fund took over and still holds; signed.</summary>
    public Quantity FundInventory(InstrumentId instrument) => _fund.Inventory(instrument.Index);

    /// <summary>Contracts that are open, counted once: what the larger side holds, the outside account aside.</summary>
    public Quantity OpenInterestOf(InstrumentId instrument) => _ledger.OpenInterestOf(instrument.Index);

    /// <summary>Wallet, collateral after haircuts, unrealised profit and funding of an account under cross margin.</summary>
    public Money EquityOf(AccountId account) => _margins.CrossEquity(account.Index);

    public MarginMode ModeOf(AccountId account) => _ledger.Account(account.Index).Mode;

    public Price MarkOf(InstrumentId instrument) => _marks[instrument.Index];

    public Money WalletOf(AccountId account) => _ledger.Account(account.Index).Wallet;

    public int WeightOf(AccountId account) => _ledger.Account(account.Index).Weight;

    /// <summary>Signed; zero where the account holds nothing in the instrument.</summary>
    public Quantity LotsOf(AccountId account, InstrumentId instrument) => _ledger.LotsOf(account, instrument);

    public PositionView PositionOf(AccountId account, InstrumentId instrument)
    {
        int position = _ledger.FindPosition(account.Index, instrument.Index);
        if (position == Ledger.None)
        {
            return default;
        }

        ref Position row = ref _ledger.Position(position);
        return new PositionView(row.Lots, row.Cost, row.IsolatedMargin, _ledger.FundingOwed(row));
    }

    /// <summary>What an account's open orders in an instrument may still buy and sell; those that wait for a trigger aside.</summary>
    public (Quantity Buys, Quantity Sells) OpenOrdersOf(AccountId account, InstrumentId instrument)
    {
        int position = _ledger.FindPosition(account.Index, instrument.Index);
        return position == Ledger.None
            ? default
            : (_ledger.Position(position).OpenBuys, _ledger.Position(position).OpenSells);
    }

    /// <summary>The margin account behind an account's position in an instrument; zeros if there never was one.</summary>
    public MarginState MarginOf(AccountId account, InstrumentId instrument)
    {
        int position = _ledger.FindPosition(account.Index, instrument.Index);
        return position == Ledger.None ? default : _margins.StateOf(position);
    }

    /// <summary>The largest positions of each instrument and side. Looks at every row.</summary>
    /// <param name="count">So many of each; positive.</param>
    public LargestPositions LargestPositions(int count) => new(_ledger, count);

    /// <summary>Money in the ledger beyond deposits less withdrawals, in billionths of a minor unit: zero, or money leaked.</summary>
    /// <remarks>Looks at every row.</remarks>
    public Int128 Surplus() => LedgerAudit.Surplus(_ledger);

    /// <summary>Longs less shorts: zero, or contracts leaked. Looks at every row.</summary>
    public Quantity Imbalance(InstrumentId instrument) => LedgerAudit.Imbalance(_ledger, instrument.Index);
}
