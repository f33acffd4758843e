using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>The venue of docs/models/margin.md and docs/models/liquidation.md, written to be right and not fast.</summary>
/// <remarks>
/// Plain objects, 128-bit integers, and nothing remembered that can be looked up: each mark and each funding examines
/// everybody, and a liquidation price is searched for tick by tick on the slack itself.
/// </remarks>
public sealed partial class NaiveVenue : IVenue
{
    private const int FirstTrader = 2;
    private const long Billion = 1_000_000_000;
    private const long PriceLimit = (1L << 30) - 1;

    private readonly ILiquidity _liquidity;
    private readonly Limits _limits;
    private readonly EventLog _log;
    private readonly List<NaiveAccount> _accounts = [];
    private readonly Price[] _marks;
    private readonly Price[] _previousMarks;
    private readonly Int128[] _fundingIndex;
    private readonly List<(long Minute, Int128 Equity)> _fundEquity = [];
    private int _positions;
    private Int128 _netDeposits;
    private Int128 _unpaidLoss;
    private Int128 _unsharedLoss;
    private Int128 _roundingBillionths;
    private Timestamp _now;

    public NaiveVenue(VenueRules rules, ILiquidity liquidity, Limits limits, EventLog log)
    {
        Rules = rules;
        _liquidity = liquidity;
        _limits = limits;
        _log = log;
        _marks = new Price[rules.Instruments.Count];
        _previousMarks = new Price[rules.Instruments.Count];
        _fundingIndex = new Int128[rules.Instruments.Count];
        AddNamedAccount(Venue.Outside);
        AddNamedAccount(Venue.Fund);
    }

    public VenueRules Rules { get; }

    private NaiveAccount OutsideAccount => _accounts[Venue.Outside.Index];

    private NaiveAccount FundAccount => _accounts[Venue.Fund.Index];

    public AccountId OpenAccount(Timestamp time, MarginMode mode, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        if (_accounts.Count == _limits.Accounts + FirstTrader)
        {
            throw new InvalidOperationException("The venue's limit of accounts is reached.");
        }

        _now = time;
        var id = new AccountId(_accounts.Count);
        _accounts.Add(new NaiveAccount(id.Index, mode, weight, isTrader: true));
        _log.Write(MarketEvent.AccountOpened(_now, id, weight, (byte)mode));
        return id;
    }

    public Rejection Deposit(Timestamp time, AccountId account, Money amount)
    {
        _now = time;
        if (!IsKnown(account))
        {
            return Reject(account, Rejection.UnknownAccount);
        }

        if (amount <= Money.Zero)
        {
            return Reject(account, Rejection.AmountNotPositive);
        }

        _accounts[account.Index].Wallet += amount.MinorUnits;
        _netDeposits += amount.MinorUnits;
        _log.Write(MarketEvent.MoneyDeposited(_now, account, amount));
        return Rejection.None;
    }

    public Rejection Withdraw(Timestamp time, AccountId account, Money amount)
    {
        _now = time;
        if (!IsKnown(account))
        {
            return Reject(account, Rejection.UnknownAccount);
        }

        if (amount <= Money.Zero)
        {
            return Reject(account, Rejection.AmountNotPositive);
        }

        NaiveAccount row = _accounts[account.Index];
        if (amount.MinorUnits > row.Wallet || amount.MinorUnits > Available(row))
        {
            return Reject(account, Rejection.InsufficientMargin);
        }

        row.Wallet -= amount.MinorUnits;
        _netDeposits -= amount.MinorUnits;
        _log.Write(MarketEvent.MoneyWithdrawn(_now, account, amount));
        return Rejection.None;
    }

    public Rejection UpdateMark(Timestamp time, InstrumentId instrument, Price mark)
    {
        _now = time;
        if (CheckPrice(instrument, mark) is var reason and not Rejection.None)
        {
            return Reject(Nobody, reason);
        }

        bool first = _marks[instrument.Index] == Price.Zero;
        _previousMarks[instrument.Index] = first ? mark : _marks[instrument.Index];
        _marks[instrument.Index] = mark;
        _log.Write(MarketEvent.MarkPriceUpdated(_now, instrument, mark));
        LiquidateEverybodyDue(instrument.Index);
        return Rejection.None;
    }

    public Rejection ApplyFunding(Timestamp time, InstrumentId instrument, Rate rate, Price price)
    {
        _now = time;
        if (CheckPrice(instrument, price) is var reason and not Rejection.None)
        {
            return Reject(Nobody, reason);
        }

        Int128 change = IsInverse(instrument.Index)
            ? Exact.Floor(
                (Int128)Listed(instrument.Index).MinorUnitsAtOneTick * rate.Numerator * Billion,
                (Int128)price.Ticks * rate.Denominator
            )
            : Exact.Floor(price.Ticks * (Int128)UnitOf(instrument.Index) * rate.Numerator * Billion, rate.Denominator);
        _fundingIndex[instrument.Index] += change;
        _log.Write(MarketEvent.FundingRateApplied(_now, instrument, price, (long)change));
        LiquidateEverybodyDue(instrument.Index);
        return Rejection.None;
    }

    public Rejection UnwindInventory(Timestamp time, InstrumentId instrument, Quantity atMost, Price? worst)
    {
        _now = time;
        if (!IsKnown(instrument))
        {
            return Reject(Venue.Fund, Rejection.UnknownInstrument);
        }

        if (atMost <= Quantity.Zero)
        {
            return Reject(Venue.Fund, Rejection.QuantityNotPositive);
        }

        NaivePosition held = PositionIn(FundAccount, instrument.Index);
        if (held.IsOpen)
        {
            Unwind(held, Int128.Min(Int128.Abs(held.Lots), atMost.Lots), worst);
        }

        return Rejection.None;
    }

    private static AccountId Nobody => new(MarketEvent.None);

    private Rejection CheckPrice(InstrumentId instrument, Price price)
    {
        if (!IsKnown(instrument))
        {
            return Rejection.UnknownInstrument;
        }

        return IsPrice(price) ? Rejection.None : Rejection.PriceOutOfRange;
    }

    private static bool IsPrice(Price price) => price.Ticks is > 0 and < PriceLimit;

    private bool IsKnown(AccountId account) => account.Index >= 0 && account.Index < _accounts.Count;

    private bool IsKnown(InstrumentId instrument) => instrument.Index >= 0 && instrument.Index < _marks.Length;

    private Rejection Reject(AccountId account, Rejection reason)
    {
        _log.Write(MarketEvent.CommandRejected(_now, account, (byte)reason));
        return reason;
    }

    private void AddNamedAccount(AccountId id)
    {
        var account = new NaiveAccount(id.Index, MarginMode.Cross, weight: 1, isTrader: false);
        _accounts.Add(account);
        for (int instrument = 0; instrument < _marks.Length; instrument++)
        {
            account.Positions.Add(new NaivePosition(account, instrument, _positions++));
        }
    }
}
