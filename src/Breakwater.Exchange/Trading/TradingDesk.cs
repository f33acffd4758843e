using System.Runtime.CompilerServices;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>Where orders meet accounts: margin before the book, settlement after it, one door for everybody's orders.</summary>
/// <remarks>
/// The books write into a log of their own, which this reads at the end of each command: events are passed on in order, each
/// followed by what it does to accounts.
/// </remarks>
internal sealed partial class TradingDesk : IEventObserver, IExecutor, IReductionLimit, IOpeningLimit
{
    private readonly Ledger _ledger;
    private readonly Marks _marks;
    private readonly Opening _opening;
    private readonly InstrumentRules[] _instruments;
    private readonly TradingRules _rules;
    private readonly EventLog _bookLog;
    private readonly OrderBook[] _books;
    private readonly FillSettlement _settlement;

    // No order of any book expires before.
    private Timestamp _nextExpiry = Timestamp.FromUnixNanoseconds(long.MaxValue);

    public TradingDesk(
        Ledger ledger,
        Marks marks,
        Opening opening,
        MarginAccounts accounts,
        LiquidationWatch watch,
        VenueRules rules
    )
    {
        _ledger = ledger;
        _marks = marks;
        _opening = opening;
        _instruments = [.. rules.Instruments];
        _rules = rules.Trading!;
        _bookLog = new EventLog(this, capacity: 256);
        _books = [.. _instruments.Select(NewBook)];
        _settlement = new FillSettlement(ledger, opening, accounts, watch, _rules.Fees);
    }

    public bool HasOpenOrders => _books.Any(book => book.OpenOrders > 0);

    public OrderBook BookOf(int instrument) => _books[instrument];

    public (Rejection Reason, OrderId Order) Submit(InstrumentId instrument, in NewOrder order)
    {
        Rejection reason = Check(instrument, order);
        if (reason != Rejection.None)
        {
            return (reason, default);
        }

        if (order.Terms.TimeInForce == TimeInForce.GoodTillTime && order.ExpiresAt < _nextExpiry)
        {
            _nextExpiry = order.ExpiresAt;
        }

        OrderBook book = _books[instrument.Index];
        OrderId id = book.Submit(order);
        Settle();
        return (id == default ? Rejection.RefusedByBook : Rejection.None, id);
    }

    public Rejection Cancel(InstrumentId instrument, AccountId owner, OrderId order)
    {
        OrderBook book = _books[instrument.Index];

        // Nobody without a position has orders. Looking now fetches the row that settlement needs while the book looks, too.
        bool mayHaveOrders = _ledger.FindPosition(owner.Index, instrument.Index) != Ledger.None;
        if (!mayHaveOrders || book.OwnerOf(order) != owner.Index)
        {
            return Rejection.UnknownOrder;
        }

        book.Cancel(order);
        Settle();
        return Rejection.None;
    }

    public int CancelAll(InstrumentId instrument, AccountId owner)
    {
        int cancelled = _books[instrument.Index].CancelAll(owner.Index);
        Settle();
        return cancelled;
    }

    public Rejection Amend(InstrumentId instrument, AccountId owner, OrderId order, Price price, Quantity quantity)
    {
        OrderBook book = _books[instrument.Index];
        if (!book.TryGet(order, out OrderState state) || state.Owner != owner.Index)
        {
            return Rejection.UnknownOrder;
        }

        Rejection reason = CheckAmendment(instrument, state, price, quantity);
        if (reason != Rejection.None)
        {
            return reason;
        }

        bool amended = book.Amend(order, price, quantity);
        Settle();
        return amended ? Rejection.None : Rejection.RefusedByBook;
    }

    /// <summary>Ends the orders of all books whose time has come, before anything else happens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExpireDue(Timestamp time)
    {
        if (_nextExpiry <= time)
        {
            ExpireAllDue(time);
        }
    }

    /// <summary>Moves a book's clock.</summary>
    public void AdvanceTo(int instrument, Timestamp time)
    {
        if (_books[instrument].Now < time)
        {
            _books[instrument].AdvanceTo(time);
            Settle();
        }
    }

    /// <summary>Tells a book its instrument's mark: its price band moves, and orders that waited for it go off.</summary>
    public void UpdateMark(int instrument)
    {
        AdvanceTo(instrument, _ledger.Now);
        _books[instrument].UpdateMark(_marks[instrument]);
        Settle();
    }

    /// <summary>Tells a book its instrument's index: orders that waited for it go off.</summary>
    public void UpdateIndex(int instrument, Price index)
    {
        AdvanceTo(instrument, _ledger.Now);
        _books[instrument].UpdateIndex(index);
        Settle();
    }

    public void SetPhase(int instrument, TradingPhase phase)
    {
        OrderBook book = _books[instrument];
        switch (phase)
        {
            case TradingPhase.Halted:
                book.Halt();
                break;
            case TradingPhase.Auction:
                book.OpenAuction();
                break;
            default:
                book.Resume();
                break;
        }

        Settle();
    }

    /// <summary>Every book as it was before its first order, at the marks as they are now.</summary>
    public void Reopen()
    {
        for (int i = 0; i < _books.Length; i++)
        {
            _books[i] = NewBook(_instruments[i], i);
            if (_marks[i] != Price.Zero)
            {
                _books[i].UpdateMark(_marks[i]);
            }
        }

        _nextExpiry = Timestamp.FromUnixNanoseconds(long.MaxValue);
    }

    /// <summary>Trades at once for an account, which may open; nothing rests.</summary>
    /// <param name="size">Positive; more than the book's largest order is cut to that.</param>
    /// <param name="worst">The price that the order accepts at worst; null for any.</param>
    public Execution Execute(int position, Side side, Quantity size, Price? worst)
    {
        ref Position row = ref _ledger.Position(position);
        AdvanceTo(row.Instrument, _ledger.Now);
        Quantity sent = Quantity.Min(size, _rules.Books[row.Instrument].MaxQuantity);
        return Execute(row, AtOnce(row.Account, side, sent, worst));
    }

    public Execution Reduce(int position, Quantity size, Price? worst, Rounding toStep)
    {
        ref Position row = ref _ledger.Position(position);
        Side side = row.Lots.IsLong ? Side.Sell : Side.Buy;
        AdvanceTo(row.Instrument, _ledger.Now);
        OrderFit fit = new(_rules.Books[row.Instrument], _books[row.Instrument]);
        Quantity sent = fit.SizeOf(size, row.Lots.Magnitude, toStep);
        Price? limit = worst is { } price ? fit.LimitOf(side, price) : null;
        return sent.IsZero || limit == Price.Zero
            ? default
            : Execute(row, AtOnce(row.Account, side, sent, limit).ReduceOnly());
    }

    public void CancelOrders(int position)
    {
        ref Position row = ref _ledger.Position(position);
        bool isolated = _ledger.Account(row.Account).Mode == MarginMode.Isolated;
        for (int instrument = 0; instrument < _books.Length; instrument++)
        {
            if (!isolated || instrument == row.Instrument)
            {
                AdvanceTo(instrument, _ledger.Now);
                _books[instrument].CancelAll(row.Account);
            }
        }

        Settle();
    }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            _ledger.Write(fact);
            _settlement.Apply(fact);
        }
    }

    /// <summary>Takes off reduce-only orders what positions no longer cover, so that the book shows no more than can trade.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ShrinkReduceOnly()
    {
        if (_ledger.Reduced.Count > 0)
        {
            ShrinkReduced();
        }
    }

    private void ShrinkReduced()
    {
        foreach (int position in _ledger.Reduced)
        {
            ref Position row = ref _ledger.Position(position);
            _books[row.Instrument].ShrinkReduceOnly(row.Account);
        }

        _ledger.Reduced.Clear();
        _bookLog.Flush();
    }

    private void ExpireAllDue(Timestamp time)
    {
        Timestamp next = Timestamp.FromUnixNanoseconds(long.MaxValue);
        foreach (OrderBook book in _books)
        {
            book.AdvanceTo(book.Now < time ? time : book.Now);
            next = book.NextExpiry < next ? book.NextExpiry : next;
        }

        _nextExpiry = next;
        Settle();
    }

    private static NewOrder AtOnce(int account, Side side, Quantity size, Price? worst) =>
        worst is { } limit
            ? NewOrder.Limit(account, side, limit, size).ImmediateOrCancel()
            : NewOrder.Market(account, side, size);

    private Execution Execute(in Position row, in NewOrder order)
    {
        _settlement.BeginExecution();
        _books[row.Instrument].Submit(order);
        Settle();
        return _settlement.EndExecution();
    }

    private OrderBook NewBook(InstrumentRules listed, int i) =>
        new(listed.Instrument, _rules.Books[i], _bookLog, _rules.OrderCapacity, this, this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Settle()
    {
        _bookLog.Flush();
        _settlement.TidyTouched();
        ShrinkReduceOnly();
    }
}
