using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Halt, call auction, and the way back to continuous trading.</summary>
public sealed unsafe partial class OrderBook
{
    /// <summary>Stops trading. Orders stay, may be cancelled, and expire.</summary>
    public void Halt()
    {
        if (Phase != TradingPhase.Halted)
        {
            Enter(TradingPhase.Halted);
            _log.Write(MarketEvent.TradingHalted(Now, _instrument));
        }
    }

    /// <summary>Gathers orders without matching them, until <see cref="Resume"/>.</summary>
    public void OpenAuction()
    {
        if (Phase != TradingPhase.Auction)
        {
            Enter(TradingPhase.Auction);
            _log.Write(MarketEvent.AuctionOpened(Now, _instrument));
        }
    }

    /// <summary>
    /// Back to continuous trading. A book that crossed while an auction gathered orders first trades at one price; then
    /// conditional orders go off.
    /// </summary>
    public void Resume()
    {
        if (Phase == TradingPhase.Continuous)
        {
            return;
        }

        AllotAuction();
        AuctionPrice auction = IndicativeAuction();
        Enter(TradingPhase.Continuous);
        _log.Write(MarketEvent.TradingResumed(Now, _instrument, auction.Price, auction.Volume, auction.Imbalance));
        if (!auction.Volume.IsZero)
        {
            Uncross((int)auction.Price.Ticks, auction.Volume.Lots);
        }

        RunTriggers();
    }

    /// <summary>What <see cref="Resume"/> would trade now, if positions cover all reduce-only orders.</summary>
    /// <remarks>
    /// Of the prices of open orders: the one with the largest volume; of those the one with the least imbalance; of those the
    /// one nearest to the mark, failing a mark to the last trade; of those the lowest. Hidden quantity counts.
    /// </remarks>
    public AuctionPrice IndicativeAuction()
    {
        PriceLadder bids = LadderOf(Side.Buy);
        PriceLadder asks = LadderOf(Side.Sell);
        if (bids.Best == PriceLadder.NoRank || asks.Best == PriceLadder.NoRank)
        {
            return default;
        }

        int price = Ranks.Of(Side.Sell, asks.Best);
        int bid = PriceLadder.NoRank;
        long demand = 0;
        for (int rank = bids.Best; rank >= price; rank = bids.Below(rank))
        {
            demand += TotalAt(bids.LevelAt(rank));
            bid = rank;
        }

        return bid == PriceLadder.NoRank ? default : BestAuctionPrice(bid, asks.Best, demand);
    }

    // Walks up through the prices of bids and asks from the best ask to the best bid. The rank of a bid is its price.
    private AuctionPrice BestAuctionPrice(int bid, int ask, long demand)
    {
        PriceLadder bids = LadderOf(Side.Buy);
        PriceLadder asks = LadderOf(Side.Sell);
        int mark = _stops.PriceOf(PriceSource.Mark);
        int reference = mark != 0 ? mark : _stops.PriceOf(PriceSource.Last);
        AuctionPrice best = default;
        long supply = 0;
        while (bid != PriceLadder.NoRank)
        {
            int askPrice = ask == PriceLadder.NoRank ? int.MaxValue : Ranks.Of(Side.Sell, ask);
            int price = Math.Min(bid, askPrice);
            if (askPrice == price)
            {
                supply += TotalAt(asks.LevelAt(ask));
                ask = asks.Below(ask);
            }

            AuctionPrice candidate = AuctionPrice.At(price, demand, supply);
            best = candidate.IsBetterThan(best, reference) ? candidate : best;
            if (bid == price)
            {
                demand -= TotalAt(bids.LevelAt(bid));
                bid = bids.Above(bid);
            }
        }

        return best;
    }

    private void Uncross(int price, long volume)
    {
        PriceLadder bids = LadderOf(Side.Buy);
        PriceLadder asks = LadderOf(Side.Sell);
        _stops.Set(PriceSource.Last, price);
        while (volume > 0 && Reaches(bids, Ranks.Of(Side.Buy, price)) && Reaches(asks, Ranks.Of(Side.Sell, price)))
        {
            int bid = bids.Best;
            int ask = asks.Best;
            if (FirstIsCovered(bids, bid) && FirstIsCovered(asks, ask))
            {
                Level* buying = bids.LevelAt(bid);
                Level* selling = asks.LevelAt(ask);
                volume -= TradeFirst(buying, selling, price, volume);
                LeaveLevel(bids, bid, buying, AfterTrade(buying));
                LeaveLevel(asks, ask, selling, AfterTrade(selling));
            }
        }
    }

    private static bool Reaches(PriceLadder ladder, int rank) =>
        ladder.Best != PriceLadder.NoRank && ladder.Best >= rank;

    // Fills of the auction itself may have used up the position of a reduce-only order: then less trades than was announced.
    private bool FirstIsCovered(PriceLadder ladder, int rank)
    {
        Level* level = ladder.LevelAt(rank);
        if (!IsLimited(_orders.Rows[level->Head].Terms))
        {
            return true;
        }

        bool isCovered = ReduceFirst(level);
        LeaveLevel(ladder, rank, level, level->Head);
        return isCovered;
    }

    private long TradeFirst(Level* buying, Level* selling, int price, long volume)
    {
        OrderSlot* buyer = _orders.Rows + buying->Head;
        OrderSlot* seller = _orders.Rows + selling->Head;
        int traded = (int)Math.Min(volume, Math.Min(buyer->Quantity, seller->Quantity));
        buyer->Quantity -= traded;
        buying->Quantity -= traded;
        seller->Quantity -= traded;
        selling->Quantity -= traded;
        MarketEvent.WriteOrderFilled(
            ref _log.Next(),
            Now,
            Facts(buying->Head, MarketEvent.AuctionFill, seller->Quantity),
            _orders.Rows[selling->Head].Owner,
            _orders.Rows[selling->Head].Number,
            traded,
            price
        );
        return traded;
    }

    private uint AfterTrade(Level* level) =>
        _orders.Rows[level->Head].Quantity == 0 ? Exhaust(level, level->Head) : level->Head;

    private long TotalAt(Level* level)
    {
        long total = 0;
        for (uint slot = level->Head; slot != 0; slot = _orders.Rows[slot].Next)
        {
            total += OpenQuantity(slot);
        }

        return total;
    }

    private void Enter(TradingPhase phase)
    {
        Phase = phase;
        UpdatePlainOrders();
    }
}
