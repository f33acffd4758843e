using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

public sealed partial class NaiveVenue
{
    public int AccountCount => _accounts.Count;

    public Money UnpaidLoss => Exact.ToMoney(_unpaidLoss);

    public Money NetDeposits => Exact.ToMoney(_netDeposits);

    public Money FundEquity => Exact.ToMoney(EquityOf(FundAccount));

    public Price MarkOf(InstrumentId instrument) => _marks[instrument.Index];

    public Money WalletOf(AccountId account) => Exact.ToMoney(_accounts[account.Index].Wallet);

    public int WeightOf(AccountId account) => _accounts[account.Index].Weight;

    public PositionView PositionOf(AccountId account, InstrumentId instrument) =>
        FindPosition(_accounts[account.Index], instrument.Index) is { } position
            ? new PositionView(
                Quantity.FromLots((long)position.Lots),
                Exact.ToMoney(position.Cost),
                Exact.ToMoney(position.IsolatedMargin),
                Exact.ToMoney(FundingOwed(position))
            )
            : default;

    public MarginState MarginOf(AccountId account, InstrumentId instrument) =>
        FindPosition(_accounts[account.Index], instrument.Index) is { } position
            ? new MarginState(
                Exact.ToMoney(Equity(position)),
                Exact.ToMoney(MaintenanceOfMarginAccount(position)),
                LiquidatesAtEquality
            )
            : default;

    public Int128 Surplus()
    {
        Int128 minorUnits = -_netDeposits - _unpaidLoss;
        Int128 billionths = _roundingBillionths;
        foreach (NaiveAccount account in _accounts)
        {
            minorUnits += account.Wallet;
            minorUnits += Sum(account.Positions, p => p.IsolatedMargin - p.Cost);
            billionths -= Sum(account.Positions, UnsettledBillionths);
        }

        return minorUnits * Billion + billionths;
    }

    public Quantity Imbalance(InstrumentId instrument)
    {
        Int128 lots = 0;
        foreach (NaiveAccount account in _accounts)
        {
            lots += Sum(account.Positions, p => p.Instrument == instrument.Index ? p.Lots : 0);
        }

        return Quantity.FromLots((long)lots);
    }
}
