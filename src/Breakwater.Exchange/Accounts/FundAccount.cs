using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The fund at work: it takes positions over and pays what closed accounts owe.</summary>
internal sealed class FundAccount(Ledger ledger, Marks marks, Margins margins, FundRules rules)
{
    private static int AccountIndex => Ledger.Fund.Index;

    public Money Equity => margins.CrossEquity(AccountIndex);

    /// <summary>It holds inventory and owes more than it has at the marks.</summary>
    public bool IsInsolvent => HasInventory && Equity.IsNegative;

    public Quantity Inventory(int instrument) => ledger.Position(PositionIn(instrument)).Lots;

    /// <summary>Whether the fund would still be solvent at the mark after buying the position at a price.</summary>
    public bool CanTakeOver(int position, Price price) => !EquityAfter(position, price).IsNegative;

    /// <summary>What the fund would have at the mark after buying the position at a price.</summary>
    public Money EquityAfter(int position, Price price)
    {
        ref Position row = ref ledger.Position(position);
        Instrument instrument = ledger.Instruments[row.Instrument];
        return Equity + instrument.Value(marks[row.Instrument], row.Lots) - instrument.Cost(price, row.Lots);
    }

    public void TakeOver(int position, Price price)
    {
        ref Position row = ref ledger.Position(position);
        ledger.Write(
            MarketEvent.PositionTakenOver(
                ledger.Now,
                ledger.InstrumentOf(position),
                ledger.OwnerOf(position),
                Ledger.Fund,
                row.Lots,
                price
            )
        );
        ledger.Trade(position, PositionIn(row.Instrument), -row.Lots, price);
    }

    /// <summary>Brings a margin account without positions back to zero if it owes money.</summary>
    public void CoverDeficit(int position)
    {
        Money deficit = -ledger.Balance(position);
        if (!deficit.IsPositive)
        {
            return;
        }

        Money paid = rules.PaysDeficits ? Money.Min(deficit, Money.Max(Equity, Money.Zero)) : Money.Zero;
        Pay(position, paid);
        if (paid < deficit)
        {
            ledger.LeaveUnpaid(position, deficit - paid);
        }
    }

    /// <param name="amount">Not negative; no more than its equity.</param>
    public void Pay(int position, Money amount)
    {
        if (amount.IsPositive)
        {
            ledger.PayFromFund(position, amount);
        }
    }

    public int OutsidePositionIn(int instrument) => ledger.FindPosition(Ledger.Outside.Index, instrument);

    public int PositionIn(int instrument) => ledger.FindPosition(AccountIndex, instrument);

    /// <summary>A fund without inventory that owes money is broke: what it owes is nobody's to pay.</summary>
    public void WriteOffWhenEmpty()
    {
        Money wallet = ledger.Account(AccountIndex).Wallet;
        if (wallet.IsNegative && !HasInventory)
        {
            ledger.LeaveUnpaid(PositionIn(0), -wallet);
        }
    }

    private bool HasInventory
    {
        get
        {
            int instrument = 0;
            while (instrument < ledger.Instruments.Length && Inventory(instrument).IsZero)
            {
                instrument++;
            }

            return instrument < ledger.Instruments.Length;
        }
    }
}
