using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Breakwater.Domain;

/// <remarks>
/// Events of orders are written straight into the log's batch (<see cref="EventLog.Next"/>): building the value elsewhere
/// and copying it costs more than matching the order. In all of them Account is the owner of the order (of the taker where
/// two orders meet) and Amount holds the order's number.
/// </remarks>
public readonly partial record struct MarketEvent
{
    /// <summary>Added to the side in the detail of an amendment that left the order where it stood.</summary>
    public const byte KeptPlace = 2;

    /// <summary>Detail of a fill in which nobody took: the buyer stands in the taker's place. Else it is the taker's side.</summary>
    public const byte AuctionFill = 2;

    /// <summary>Number of the order that the event is about; of the taker where two orders meet.</summary>
    public OrderId Order => new(Amount.MinorUnits);

    /// <summary>Number of the resting order of a trade or of a prevented self-trade.</summary>
    public OrderId MakerOrder => new(SecondAmount.MinorUnits);

    /// <summary>
    /// The book took the order. Detail: side. Reference: terms. Quantity: of the order, hidden part included. Price: limit,
    /// zero for a market order. Second amount: stop price of a conditional order, displayed quantity of an iceberg.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteOrderAccepted(
        ref MarketEvent slot,
        Timestamp time,
        in OrderFacts order,
        long quantity,
        long price,
        long stopOrDisplayed
    ) => Write(ref slot, EventKind.OrderAccepted, time, order, quantity, price, stopOrDisplayed);

    /// <summary>
    /// The book refused a command and nothing else changed. Detail: the reason. Amount: zero for a new order, else the order
    /// that was to be changed. Quantity, price, reference (terms): as commanded.
    /// </summary>
    public static void WriteOrderRejected(
        ref MarketEvent slot,
        Timestamp time,
        in OrderFacts order,
        long quantity,
        long price
    ) => Write(ref slot, EventKind.OrderRejected, time, order, quantity, price, 0);

    /// <summary>
    /// Two orders traded. Detail: side of the taker (0 buy, 1 sell), or 2 in an auction, where the buyer stands in the
    /// taker's place and nobody took. Account: the taker's owner. Counterparty: the maker's owner. Reference: what the maker
    /// still shows. Price: of the maker, or of the auction.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteOrderFilled(
        ref MarketEvent slot,
        Timestamp time,
        in OrderFacts taker,
        int makerOwner,
        long makerOrder,
        long quantity,
        long price
    ) => WriteMeeting(ref slot, EventKind.OrderFilled, time, taker, makerOwner, makerOrder, quantity, price);

    /// <summary>Two orders of one owner were both reduced in place of a trade. The fields are those of a fill.</summary>
    public static void WriteOrderDecremented(
        ref MarketEvent slot,
        Timestamp time,
        in OrderFacts taker,
        int makerOwner,
        long makerOrder,
        long quantity,
        long price
    ) => WriteMeeting(ref slot, EventKind.OrderDecremented, time, taker, makerOwner, makerOrder, quantity, price);

    /// <summary>
    /// Detail: side, plus <see cref="KeptPlace"/> where the order kept its place in the queue. Reference: what was open before.
    /// Quantity: open from now on, hidden part included. Price: the limit from now on. Second amount: what it shows from now on.
    /// </summary>
    public static void WriteOrderAmended(
        ref MarketEvent slot,
        Timestamp time,
        in OrderFacts order,
        long quantity,
        long price,
        long displayed
    ) => Write(ref slot, EventKind.OrderAmended, time, order, quantity, price, displayed);

    /// <summary>Detail: the reason. Reference: terms. Quantity: what was open, hidden part included. Price: its limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteOrderCancelled(
        ref MarketEvent slot,
        Timestamp time,
        in OrderFacts order,
        long quantity,
        long price
    ) => Write(ref slot, EventKind.OrderCancelled, time, order, quantity, price, 0);

    /// <summary>A good-till-time order reached its time. Detail: side. Otherwise as a cancelled order.</summary>
    public static void WriteOrderExpired(
        ref MarketEvent slot,
        Timestamp time,
        in OrderFacts order,
        long quantity,
        long price
    ) => Write(ref slot, EventKind.OrderExpired, time, order, quantity, price, 0);

    /// <summary>
    /// A conditional order enters the book as if it arrived now. Detail: side. Reference: terms. Price: the one that set it
    /// off. Quantity: of the order. Second amount: its stop price.
    /// </summary>
    public static void WriteOrderTriggered(
        ref MarketEvent slot,
        Timestamp time,
        in OrderFacts order,
        long quantity,
        long price,
        long stop
    ) => Write(ref slot, EventKind.OrderTriggered, time, order, quantity, price, stop);

    /// <summary>
    /// An iceberg shows its next slice, last in the queue of its price. Detail: side. Quantity: what it shows now. Second
    /// amount: what stays hidden.
    /// </summary>
    public static void WriteOrderReplenished(
        ref MarketEvent slot,
        Timestamp time,
        in OrderFacts order,
        long displayed,
        long price,
        long hidden
    ) => Write(ref slot, EventKind.OrderReplenished, time, order, displayed, price, hidden);

    /// <summary>No order is accepted or matched until trading resumes.</summary>
    public static MarketEvent TradingHalted(Timestamp time, InstrumentId instrument) =>
        About(EventKind.TradingHalted, time, new AccountId(None), instrument);

    /// <summary>Orders gather without matching.</summary>
    public static MarketEvent AuctionOpened(Timestamp time, InstrumentId instrument) =>
        About(EventKind.AuctionOpened, time, new AccountId(None), instrument);

    /// <summary>
    /// Continuous trading from here on. Price: at which the auction is about to trade, zero where none does. Quantity: its
    /// volume. Second amount: lots bid at that price less lots offered.
    /// </summary>
    public static MarketEvent TradingResumed(
        Timestamp time,
        InstrumentId instrument,
        Price price,
        Quantity volume,
        Quantity imbalance
    ) =>
        About(EventKind.TradingResumed, time, new AccountId(None), instrument) with
        {
            Price = price,
            Quantity = volume,
            SecondAmount = Money.FromMinorUnits(imbalance.Lots),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Number(ref MarketEvent slot, long sequence) =>
        Unsafe.As<MarketEvent, Row>(ref slot).Sequence = sequence;

    // In the widths in which events are written: a read that is wider than the store before it waits for the store to end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void CopyAllButNumber(in MarketEvent from, ref MarketEvent to)
    {
        ref Row source = ref Unsafe.As<MarketEvent, Row>(ref Unsafe.AsRef(in from));
        ref Row target = ref Unsafe.As<MarketEvent, Row>(ref to);
        target.Time = source.Time;
        Vector128.LoadUnsafe(ref source.AboutAndAccount).StoreUnsafe(ref target.AboutAndAccount);
        Vector256.LoadUnsafe(ref source.Quantity).StoreUnsafe(ref target.Quantity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(
        ref MarketEvent slot,
        EventKind kind,
        Timestamp time,
        in OrderFacts order,
        long quantity,
        long price,
        long second
    ) => Write(ref slot, kind, time, order, None, quantity, price, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteMeeting(
        ref MarketEvent slot,
        EventKind kind,
        Timestamp time,
        in OrderFacts taker,
        int makerOwner,
        long makerOrder,
        long quantity,
        long price
    ) => Write(ref slot, kind, time, taker, makerOwner, quantity, price, makerOrder);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(
        ref MarketEvent slot,
        EventKind kind,
        Timestamp time,
        in OrderFacts order,
        int counterparty,
        long quantity,
        long price,
        long second
    )
    {
        ref Row row = ref Unsafe.As<MarketEvent, Row>(ref slot);
        uint about = (uint)kind | ((uint)order.Detail << 8) | ((uint)(ushort)order.Instrument.Index << 16);
        row.Time = time.UnixNanoseconds;
        Vector128
            .Create(Pair((int)about, order.Owner), Pair(counterparty, order.Reference))
            .StoreUnsafe(ref row.AboutAndAccount);
        Vector256.Create(quantity, price, order.Number, second).StoreUnsafe(ref row.Quantity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Pair(int first, int second) => unchecked((uint)first | ((long)second << 32));

    /// <summary>What every event of an order says of it.</summary>
    /// <param name="Owner">Index of the account, or <see cref="None"/>.</param>
    /// <param name="Number">The order's number.</param>
    public readonly record struct OrderFacts(
        InstrumentId Instrument,
        int Owner,
        long Number,
        byte Detail,
        int Reference
    );

    /// <summary>The same 64 bytes, writable in a few wide stores: where memory is slow, the queue of pending stores is short.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 8, Size = SizeInBytes)]
    private struct Row
    {
        public long Sequence;
        public long Time;

        // Kind, detail and instrument in the low half, the account in the high half.
        public long AboutAndAccount;
        public long CounterpartyAndReference;
        public long Quantity;
        public long Price;
        public long Amount;
        public long SecondAmount;
    }
}
