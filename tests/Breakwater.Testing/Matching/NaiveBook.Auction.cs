using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

public sealed partial class NaiveBook
{
    public void Halt()
    {
        if (_phase != TradingPhase.Halted)
        {
            _phase = TradingPhase.Halted;
            log.Write(MarketEvent.TradingHalted(_now, instrument.Id));
        }
    }

    public void OpenAuction()
    {
        if (_phase != TradingPhase.Auction)
        {
            _phase = TradingPhase.Auction;
            log.Write(MarketEvent.AuctionOpened(_now, instrument.Id));
        }
    }

    public void ResumeTrading()
    {
        if (_phase == TradingPhase.Continuous)
        {
            return;
        }

        AllotAuction();
        AuctionPrice auction = IndicativeAuction();
        _phase = TradingPhase.Continuous;
        log.Write(MarketEvent.TradingResumed(_now, instrument.Id, auction.Price, auction.Volume, auction.Imbalance));
        Uncross(auction.Price.Ticks, auction.Volume.Lots);
        RunTriggers();
    }

    public AuctionPrice IndicativeAuction()
    {
        (long price, long volume, long imbalance) = Auction();
        return new AuctionPrice(Price.FromTicks(price), Quantity.FromLots(volume), Quantity.FromLots(imbalance));
    }

    // Tries every price of every order.
    private (long Price, long Volume, long Imbalance) Auction()
    {
        long mark = _prices[(int)PriceSource.Mark];
        long reference = mark != 0 ? mark : _prices[(int)PriceSource.Last];
        return _bids
            .Orders.Concat(_asks.Orders)
            .Select(order => order.Price)
            .Distinct()
            .Select(price =>
                (Price: price, Demand: Total(_bids, bid => bid >= price), Supply: Total(_asks, ask => ask <= price))
            )
            .Select(at => (at.Price, Volume: Math.Min(at.Demand, at.Supply), Imbalance: at.Demand - at.Supply))
            .Where(at => at.Volume > 0)
            .OrderByDescending(at => at.Volume)
            .ThenBy(at => Math.Abs(at.Imbalance))
            .ThenBy(at => reference == 0 ? 0 : Math.Abs(at.Price - reference))
            .ThenBy(at => at.Price)
            .FirstOrDefault();
    }

    private static long Total(NaiveSide side, Func<long, bool> includes) =>
        side.Orders.Where(order => includes(order.Price)).Sum(order => order.Open);

    private void Uncross(long price, long volume)
    {
        while (volume > 0 && _bids.First is { } buyer && _asks.First is { } seller)
        {
            if (buyer.Price < price || seller.Price > price)
            {
                return;
            }

            if (!ShrinkToPosition(buyer) || !ShrinkToPosition(seller))
            {
                continue;
            }

            long quantity = Math.Min(volume, Math.Min(buyer.Shown, seller.Shown));
            volume -= quantity;
            foreach (NaiveOrder order in (NaiveOrder[])[buyer, seller])
            {
                order.Shown -= quantity;
                order.Open -= quantity;
            }

            WriteMeeting(own: false, buyer, seller, quantity, price, side: 2);
            _prices[(int)PriceSource.Last] = price;
            AfterTrade(buyer);
            AfterTrade(seller);
        }
    }
}
