using System.Runtime.CompilerServices;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>What an account must have behind an order: when it is sent, amended, set off, or about to reduce.</summary>
internal sealed partial class TradingDesk
{
    public long ReducibleLots(InstrumentId instrument, int owner, Side side)
    {
        // Fills of the command under way may wait in the log still.
        _bookLog.Flush();
        return ReducibleLots(_ledger.FindPosition(owner, instrument.Index), side);
    }

    public bool CanOpen(InstrumentId instrument, int owner, Side side, Quantity quantity, Price limit)
    {
        _bookLog.Flush();
        int position = _ledger.FindPosition(owner, instrument.Index);
        Price price = limit == Price.Zero ? PriceToExpect(instrument.Index, side) : limit;
        return CheckInPlaceOf(quantity, position, side, quantity, price) == Rejection.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rejection Check(InstrumentId instrument, in NewOrder order)
    {
        int position = _ledger.FindOrAddPosition(order.Owner, instrument.Index);
        if (order.Terms.IsReduceOnly)
        {
            _ledger.Account(order.Owner).SentReduceOnly = true;
            bool waits = order.Terms.IsConditional;
            return waits || ReducibleLots(position, order.Terms.Side) != 0 ? Rejection.None : Rejection.NothingToReduce;
        }

        Price price = order.Terms.IsMarket ? PriceToExpect(instrument.Index, order.Terms.Side) : order.Price;
        return _opening.CheckOrder(position, _instruments[instrument.Index], order.Terms.Side, order.Quantity, price);
    }

    // What neither grows nor trades at a worse price asks for nothing; what no book takes, the book refuses.
    private Rejection CheckAmendment(InstrumentId instrument, in OrderState state, Price price, Quantity quantity)
    {
        Side side = state.Terms.Side;
        bool isWorse = side == Side.Buy ? price > state.Price : price < state.Price;
        bool isExempt = state.Terms.IsReduceOnly || state.Terms.IsConditional || (quantity <= state.Open && !isWorse);
        if (isExempt || !IsOfBook(_rules.Books[instrument.Index], price, quantity))
        {
            return Rejection.None;
        }

        int position = _ledger.FindPosition(state.Owner, instrument.Index);
        return CheckInPlaceOf(state.Open, position, side, quantity, price);
    }

    private static bool IsOfBook(BookRules rules, Price price, Quantity quantity) =>
        price > Price.Zero && price <= rules.MaxPrice && quantity > Quantity.Zero && quantity <= rules.MaxQuantity;

    // An order that takes the place of a quantity that the account has open on the side.
    private Rejection CheckInPlaceOf(Quantity replaced, int position, Side side, Quantity quantity, Price price)
    {
        ref Position row = ref _ledger.Position(position);
        ref Quantity open = ref row.OpenOn(side);
        open -= replaced;
        Rejection reason = _opening.CheckOrder(position, _instruments[row.Instrument], side, quantity, price);
        open += replaced;
        return reason;
    }

    private long ReducibleLots(int position, Side side)
    {
        long lots = _ledger.Position(position).Lots.Lots;
        return Math.Max(side == Side.Sell ? lots : -lots, 0);
    }

    // What a market order will pay at first: the best price against it, or the mark where the book is empty.
    private Price PriceToExpect(int instrument, Side side)
    {
        Price best = _books[instrument].BestPrice(side == Side.Buy ? Side.Sell : Side.Buy);
        return best == Price.Zero ? _marks[instrument] : best;
    }
}
