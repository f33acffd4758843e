using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>The books of a venue, kept by somebody who reads its events and nothing else.</summary>
public sealed class EventReplay(VenueRules rules) : IEventObserver
{
    private const long Billion = 1_000_000_000;

    private readonly Dictionary<int, MarginMode> _modes = new()
    {
        [Venue.Outside.Index] = MarginMode.Cross,
        [Venue.Fund.Index] = MarginMode.Cross,
    };

    private readonly Dictionary<int, Int128> _wallets = [];
    private readonly Dictionary<(int Account, int Instrument), Row> _rows = [];
    private readonly Dictionary<(int Account, int Asset), long> _held = [];
    private readonly Int128[] _fundingIndex = new Int128[rules.Instruments.Count];
    private Int128 _netDeposits;
    private Int128 _unpaidLoss;
    private Int128 _fees;
    private Int128 _roundingBillionths;

    public Money UnpaidLoss => Exact.ToMoney(_unpaidLoss);

    public Money NetDeposits => Exact.ToMoney(_netDeposits);

    public Money WalletOf(AccountId account) => Exact.ToMoney(_wallets.GetValueOrDefault(account.Index));

    public PositionView PositionOf(AccountId account, InstrumentId instrument) =>
        _rows.TryGetValue((account.Index, instrument.Index), out Row? row)
            ? new PositionView(
                Quantity.FromLots((long)row.Lots),
                Exact.ToMoney(row.Cost),
                Exact.ToMoney(row.IsolatedMargin),
                Exact.ToMoney(Exact.Ceiling(UnsettledBillionths(instrument.Index, row), Billion))
            )
            : default;

    public Quantity CollateralOf(AccountId account, AssetId asset) =>
        Quantity.FromLots(_held.GetValueOrDefault((account.Index, asset.Index)));

    /// <summary>As <see cref="IVenue.Surplus"/>.</summary>
    public Int128 Surplus()
    {
        Int128 minorUnits = _fees - _netDeposits - _unpaidLoss;
        Int128 billionths = _roundingBillionths;
        foreach (Int128 wallet in _wallets.Values)
        {
            minorUnits += wallet;
        }

        foreach (((_, int instrument), Row row) in _rows)
        {
            minorUnits += row.IsolatedMargin - row.Cost;
            billionths -= UnsettledBillionths(instrument, row);
        }

        return minorUnits * Billion + billionths;
    }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            Apply(fact);
        }
    }

    private void Apply(in MarketEvent fact)
    {
        Int128 amount = fact.Amount.MinorUnits;
        switch (fact.Kind)
        {
            case EventKind.AccountOpened:
                _modes[fact.Account] = (MarginMode)fact.Detail;
                break;
            case EventKind.MoneyDeposited:
                Credit(fact.Account, amount);
                _netDeposits += amount;
                break;
            case EventKind.MoneyWithdrawn:
                Credit(fact.Account, -amount);
                _netDeposits -= amount;
                break;
            case EventKind.FundingRateApplied:
                _fundingIndex[fact.Instrument] += fact.Quantity.Lots;
                break;
            case EventKind.FundingSettled:
                CreditBalance(fact, amount);
                _roundingBillionths += fact.SecondAmount.MinorUnits;
                break;
            case EventKind.PositionChanged:
                ChangePosition(fact);
                break;
            case EventKind.IsolatedMarginMoved:
                Credit(fact.Account, -amount);
                RowOf(fact).IsolatedMargin += amount;
                break;
            case EventKind.InsuranceFundCredited:
            case EventKind.LiquidatorPaid:
                CreditBalance(fact, -amount);
                Credit(fact.Counterparty, amount);
                break;
            case EventKind.InsuranceFundDebited:
                CreditBalance(fact, amount);
                Credit(fact.Counterparty, -amount);
                break;
            case EventKind.CollateralSold:
                Credit(fact.Account, amount);
                Credit(fact.Counterparty, -amount);
                Hold(fact, -fact.Quantity.Lots);
                break;
            case EventKind.CollateralDeposited:
                Hold(fact, fact.Quantity.Lots);
                break;
            case EventKind.CollateralWithdrawn:
                Hold(fact, -fact.Quantity.Lots);
                break;
            case EventKind.LossLeftUnpaid:
                CreditBalance(fact, amount);
                _unpaidLoss += amount;
                break;
            case EventKind.LossShared:
                CreditBalance(fact, -amount);
                _unpaidLoss -= amount;
                break;
            case EventKind.FeeCharged:
                CreditBalance(fact, -amount);
                _fees += amount;
                break;
            case >= EventKind.OrderAccepted:
            case EventKind.CommandRejected:
            case EventKind.MarkPriceUpdated:
            case EventKind.CollateralPriceUpdated:
            case EventKind.LiquidationStarted:
            case EventKind.PositionLiquidated:
            case EventKind.PositionTakenOver:
            case EventKind.PositionDeleveraged:
            case EventKind.InventoryUnwound:
                break;
            default:
                throw new InvalidOperationException(
                    FormattableString.Invariant($"A venue does not write {fact.Kind}.")
                );
        }
    }

    // Each change has settled the funding before it, with an event where there was something to settle.
    private void ChangePosition(in MarketEvent fact)
    {
        Row row = RowOf(fact);
        row.Lots += fact.Quantity.Lots;
        row.Cost = fact.SecondAmount.MinorUnits;
        row.SettledIndex = _fundingIndex[fact.Instrument];
        CreditBalance(fact, fact.Amount.MinorUnits);
    }

    private void CreditBalance(in MarketEvent fact, Int128 amount)
    {
        if (_modes[fact.Account] == MarginMode.Isolated)
        {
            RowOf(fact).IsolatedMargin += amount;
        }
        else
        {
            Credit(fact.Account, amount);
        }
    }

    private void Credit(int account, Int128 amount) => _wallets[account] = _wallets.GetValueOrDefault(account) + amount;

    private void Hold(in MarketEvent fact, long change) =>
        _held[(fact.Account, fact.Reference)] = _held.GetValueOrDefault((fact.Account, fact.Reference)) + change;

    private Row RowOf(in MarketEvent fact)
    {
        if (!_rows.TryGetValue((fact.Account, fact.Instrument), out Row? row))
        {
            row = new Row();
            _rows.Add((fact.Account, fact.Instrument), row);
        }

        return row;
    }

    private Int128 UnsettledBillionths(int instrument, Row row) =>
        row.Lots * (_fundingIndex[instrument] - row.SettledIndex);

    private sealed class Row
    {
        public Int128 Lots { get; set; }

        public Int128 Cost { get; set; }

        public Int128 IsolatedMargin { get; set; }

        public Int128 SettledIndex { get; set; }
    }
}
