using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One venue, exact and deterministic: commands in, events out.</summary>
/// <remarks>
/// A command is carried out whole or answered with a <see cref="Rejection"/> and changes nothing. An amount that does not fit
/// 64 bits of minor units throws <see cref="OverflowException"/>, after which the venue is not to be used any more.
/// Liquidations happen only within <see cref="UpdateMark"/>, <see cref="ApplyFunding"/> and <see cref="UpdateCollateralPrice"/>. Not safe for use by several threads.
/// </remarks>
public sealed partial class Venue
{
    private readonly InstrumentRules[] _instruments;
    private readonly Ledger _ledger;
    private readonly Marks _marks;
    private readonly Margins _margins;
    private readonly FundAccount _fund;
    private readonly MarginAccounts _accounts;
    private readonly Opening _opening;
    private readonly LiquidationWatch _watch;
    private readonly TradingDesk? _desk;
    private readonly Unwinding _unwinding;
    private readonly FundDrawdown _drawdown;
    private readonly Blocks? _blocks;
    private readonly Wave _wave;
    private readonly CollateralBook? _collateral;
    private readonly ILiquidity? _liquidity;

    /// <summary>A venue whose own orders meet a model of liquidity.</summary>
    /// <exception cref="ArgumentException">An instrument's identifier is not its place in the list, or its currency differs.</exception>
    public Venue(VenueRules rules, ILiquidity liquidity, Limits limits, EventLog log)
        : this(rules with { Trading = null }, limits, log, liquidity) { }

    /// <summary>A venue with books, which its own orders enter by the same door as everybody's.</summary>
    /// <param name="rules">With <see cref="VenueRules.Trading"/>.</param>
    /// <exception cref="ArgumentException">
    /// An instrument's identifier is not its place in the list, its currency differs, or it has no book.
    /// </exception>
    public Venue(VenueRules rules, Limits limits, EventLog log)
        : this(rules, limits, log, liquidity: null) { }

    private Venue(VenueRules rules, Limits limits, EventLog log, ILiquidity? liquidity)
    {
        RequireConsistent(rules, hasModel: liquidity is not null);
        Rules = rules;
        _liquidity = liquidity;
        _instruments = [.. rules.Instruments];
        _ledger = new Ledger(_instruments, limits, log);
        _marks = new Marks(_instruments.Length);
        if (rules.Collateral is { Assets.Count: > 0 } collateral)
        {
            _collateral = new CollateralBook(collateral, rules.Settlement, _ledger.AccountCapacity);
        }

        _margins = new Margins(_ledger, _marks, _instruments, _collateral);
        _opening = new Opening(_ledger, _marks, _margins);
        _watch = new LiquidationWatch(_ledger, _marks, _margins, WatchOfCollateral());
        _fund = new FundAccount(_ledger, _marks, _margins, rules.Fund);
        CollateralConversion? conversion = ConversionOf(rules);
        _accounts = new MarginAccounts(_ledger, _fund, conversion);
        _desk = liquidity is null ? new TradingDesk(_ledger, _marks, _opening, _accounts, _watch, rules) : null;
        IExecutor executor = liquidity is null ? _desk! : new OutsideExecutor(_ledger, _marks, liquidity);
        _unwinding = new Unwinding(_ledger, _fund, executor);
        _drawdown = new FundDrawdown(_ledger, _fund, rules.Deleveraging);
        var deleveraging = new Deleveraging(_ledger, _margins, _watch, _accounts, rules.Deleveraging);
        var backstop = new Backstop(_ledger, _marks, _fund, _drawdown, _accounts, deleveraging, rules.Deleveraging);
        var order = new LiquidationOrder(_ledger, _margins, executor, rules.Liquidation);
        _blocks = rules.Liquidation.Ladder == LadderKind.BlockLimits ? new Blocks(_ledger) : null;
        ILadderStep step = rules.Liquidation.Ladder switch
        {
            LadderKind.BlockLimits => new BlockLimitedOrder(_ledger, _margins, _fund, order, backstop, _blocks!, rules),
            LadderKind.CoverShortage => new LiquidatorsCover(_ledger, _margins, order, rules.Liquidation),
            _ => new OrderOrTakeOver(_margins, order, backstop, rules),
        };
        PositionOrder first = rules.Collateral?.Unified.PositionOrder ?? PositionOrder.LargestMaintenance;
        var ladder = new LiquidationLadder(_ledger, _margins, _fund, _accounts, step, executor, conversion, first);
        var socialisation = new Socialisation(_ledger, _margins, _watch, rules.LossSharing);
        _wave = new Wave(_ledger, _marks, _margins, _watch, ladder, backstop, socialisation, rules.Liquidation);
    }

    /// <summary>The rest of the world.</summary>
    public static AccountId Outside => Ledger.Outside;

    /// <summary>The insurance fund or backstop vault. Its capital is deposited like anybody's money.</summary>
    public static AccountId Fund => Ledger.Fund;

    public VenueRules Rules { get; }

    /// <param name="weight">How many identical accounts this one stands for; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not positive.</exception>
    /// <exception cref="InvalidOperationException">There are as many accounts as <see cref="Limits"/> allows.</exception>
    public AccountId OpenAccount(Timestamp time, MarginMode mode, int weight = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        if (_ledger.IsFull)
        {
            throw new InvalidOperationException("The venue's limit of accounts is reached.");
        }

        Begin(time);
        return _ledger.Open(mode, weight);
    }

    /// <summary>Leaves an account out of the deleveraging queue: some venues agree so with makers.</summary>
    public void SpareFromDeleveraging(AccountId account) => _ledger.Account(account.Index).IsSpared = true;

    /// <param name="amount">Positive.</param>
    public Rejection Deposit(Timestamp time, AccountId account, Money amount)
    {
        Begin(time);
        if (!IsKnown(account))
        {
            return Reject(account, Rejection.UnknownAccount);
        }

        if (!amount.IsPositive)
        {
            return Reject(account, Rejection.AmountNotPositive);
        }

        _ledger.Deposit(account, amount);
        PlaceCross(account);
        return Rejection.None;
    }

    /// <summary>Takes out wallet money that nothing relies on: initial margins of cross positions stay.</summary>
    /// <param name="amount">Positive.</param>
    public Rejection Withdraw(Timestamp time, AccountId account, Money amount)
    {
        Begin(time);
        if (!IsKnown(account))
        {
            return Reject(account, Rejection.UnknownAccount);
        }

        if (!amount.IsPositive)
        {
            return Reject(account, Rejection.AmountNotPositive);
        }

        if (amount > Money.Min(_ledger.Account(account.Index).Wallet, _margins.Available(account)))
        {
            return Reject(account, Rejection.InsufficientMargin);
        }

        _ledger.Withdraw(account, amount);
        PlaceCross(account);
        return Rejection.None;
    }

    /// <summary>Sets an instrument's mark and liquidates whom it crosses.</summary>
    /// <param name="mark">From 1 tick to below 2^30.</param>
    public Rejection UpdateMark(Timestamp time, InstrumentId instrument, Price mark)
    {
        Begin(time);
        if (!IsKnown(instrument))
        {
            return Reject(new AccountId(MarketEvent.None), Rejection.UnknownInstrument);
        }

        if (!IsPrice(mark))
        {
            return Reject(new AccountId(MarketEvent.None), Rejection.PriceOutOfRange);
        }

        _watch.PlaceNoted();
        _marks.Update(instrument.Index, mark);
        _ledger.Write(MarketEvent.MarkPriceUpdated(time, instrument, mark));
        _desk?.UpdateMark(instrument.Index);
        _drawdown.Observe();
        _wave.Run(instrument.Index);
        _desk?.ShrinkReduceOnly();
        return Rejection.None;
    }

    /// <summary>Longs pay shorts a share of their notional; whoever this makes liquidatable is liquidated.</summary>
    /// <param name="price">On which payments are reckoned: mark or oracle, as the venue's rules say.</param>
    public Rejection ApplyFunding(Timestamp time, InstrumentId instrument, Rate rate, Price price)
    {
        Begin(time);
        if (!IsKnown(instrument))
        {
            return Reject(new AccountId(MarketEvent.None), Rejection.UnknownInstrument);
        }

        if (!IsPrice(price))
        {
            return Reject(new AccountId(MarketEvent.None), Rejection.PriceOutOfRange);
        }

        InstrumentRules rules = _instruments[instrument.Index];
        long change = FundingIndex.Change(rules.Instrument, price, rate);
        _watch.PlaceNoted();
        _ledger.ApplyFunding(instrument, price, change);
        _watch.ApplyFunding(instrument.Index, rules, change);
        _drawdown.Observe();
        _wave.Run(instrument.Index);
        _desk?.ShrinkReduceOnly();
        return Rejection.None;
    }

    /// <summary>The fund sells what it took over in an instrument, no more than a quantity of it.</summary>
    /// <param name="atMost">Positive.</param>
    /// <param name="worst">The price that it accepts at worst; null for any.</param>
    public Rejection UnwindInventory(Timestamp time, InstrumentId instrument, Quantity atMost, Price? worst = null)
    {
        Begin(time);
        if (!IsKnown(instrument))
        {
            return Reject(Fund, Rejection.UnknownInstrument);
        }

        if (atMost <= Quantity.Zero)
        {
            return Reject(Fund, Rejection.QuantityNotPositive);
        }

        _unwinding.Unwind(instrument.Index, atMost, worst);
        return Rejection.None;
    }

    // What has expired by then is gone before anything happens.
    private void Begin(Timestamp time)
    {
        _ledger.Now = time;
        _desk?.ExpireDue(time);
    }

    private static bool IsPrice(Price price) => price > Price.Zero && price.Ticks < TriggerIndex.MaxRank;

    private bool IsKnown(AccountId account) => account.Index >= 0 && account.Index < _ledger.AccountCount;

    private bool IsKnown(InstrumentId instrument) => instrument.Index >= 0 && instrument.Index < _instruments.Length;

    private Rejection Reject(AccountId account, Rejection reason)
    {
        _ledger.Write(MarketEvent.CommandRejected(_ledger.Now, account, (byte)reason));
        return reason;
    }

    // Wallet money stands behind cross positions only.
    private void PlaceCross(AccountId account)
    {
        ref Account row = ref _ledger.Account(account.Index);
        if (row.Mode == MarginMode.Cross && row.FirstPosition != Ledger.None)
        {
            _watch.Place(row.FirstPosition);
        }
    }

    private static void RequireConsistent(VenueRules rules, bool hasModel)
    {
        rules.Liquidation.ThrowIfUnsound();
        if (!hasModel && rules.Trading?.Books.Count != rules.Instruments.Count)
        {
            throw new ArgumentException($"{rules.Name}: each instrument needs a book", nameof(rules));
        }

        rules.Collateral?.ThrowIfUnsound(rules);
        bool atEquality = rules.Instruments[0].LiquidatesAtEquality;
        for (int i = 0; i < rules.Instruments.Count; i++)
        {
            Instrument instrument = rules.Instruments[i].Instrument;
            if (instrument.Id.Index != i || instrument.Settlement != rules.Settlement)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"{rules.Name}: {instrument.Symbol} must have identifier {i} and settle in {rules.Settlement.Code}"
                    ),
                    nameof(rules)
                );
            }

            if (instrument.Kind == ContractKind.Inverse && rules.Liquidation.ReckonsByLot)
            {
                throw new ArgumentException(
                    $"{rules.Name}: the ladder reckons prices by the lot, which {instrument.Symbol} as an inverse contract has none of",
                    nameof(rules)
                );
            }

            MarginSchedule margin = rules.Instruments[i].Margin;
            bool ofEntry = rules.Instruments[i].MaintenanceAt == MarginBasis.Entry;
            if (margin.IsForWholePositions && margin.Measure == TierMeasure.Notional && !ofEntry)
            {
                throw new ArgumentException(
                    $"{rules.Name}: {instrument.Symbol} goes by tiers of the whole notional at the mark, by which it has no one liquidation price",
                    nameof(rules)
                );
            }

            Rate fee = rules.Liquidation.ClearanceFeeAt(rules.Instruments[i]);
            if (fee < Rate.Zero || fee >= Rate.One)
            {
                throw new ArgumentException(
                    $"{rules.Name}: the clearance fee of {instrument.Symbol} lies from 0 to below 1",
                    nameof(rules)
                );
            }

            if (rules.Instruments[i].LiquidatesAtEquality != atEquality)
            {
                throw new ArgumentException($"{rules.Name}: instruments differ on equality", nameof(rules));
            }
        }
    }
}
