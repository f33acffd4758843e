using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Simulation;

/// <summary>Traders without any plan on one order book: Poisson arrivals of unit orders, and as random cancellations.</summary>
/// <remarks>
/// One event at a time, in continuous time. An order to cancel is taken uniformly among all and kept with the probability
/// that its rate falls short of the largest (thinning), which is exact and needs no table of distances.
/// </remarks>
public sealed class ZeroIntelligenceFlow
{
    private static readonly Quantity s_oneLot = Quantity.FromLots(1);

    private readonly OrderBook _book;
    private readonly OrderFlowRates _rates;
    private readonly int _owner;
    private DrawStream _draws;
    private RestingOrder[] _resting = new RestingOrder[1024];
    private int _count;
    private Price _bestBid;
    private Price _bestAsk;

    /// <param name="book">Holds no orders but those of this flow.</param>
    /// <param name="owner">Whose the orders are.</param>
    public ZeroIntelligenceFlow(OrderBook book, OrderFlowRates rates, DrawStream draws, int owner = NewOrder.NoOwner)
    {
        _book = book;
        _rates = rates;
        _draws = draws;
        _owner = owner;
    }

    /// <summary>Time since the start, in the unit of the rates.</summary>
    public double Time { get; private set; }

    /// <summary>Places a resting order, before the first event or between two.</summary>
    public void Place(Side side, Price price)
    {
        OrderId id = _book.Submit(NewOrder.Limit(_owner, side, price, s_oneLot));
        Invariant.Holds(id != default, "an order of the flow rests");
        if (_count == _resting.Length)
        {
            Array.Resize(ref _resting, _count * 2);
        }

        _resting[_count++] = new RestingOrder(id, price, side);
    }

    /// <summary>Empties the book; time and draws go on.</summary>
    public void Clear()
    {
        for (int i = 0; i < _count; i++)
        {
            if (_book.TryGet(_resting[i].Id, out _))
            {
                _book.Cancel(_resting[i].Id);
            }
        }

        _count = 0;
    }

    /// <summary>Lets time pass up to the next event and carries it out.</summary>
    /// <remarks>The event may be one that thinning drops: then only time has passed.</remarks>
    public void Step()
    {
        double limits = 2 * _rates.LimitOrders;
        double takers = 2 * _rates.MarketOrders;
        double total = limits + takers + _rates.LargestCancellation * _book.OpenOrders;
        Time += _draws.NextExponential() / total;
        double level = _draws.NextUniform() * total;
        if (level < limits)
        {
            bool buys = level < _rates.LimitOrders;
            PlaceAtDistance(buys ? Side.Buy : Side.Sell, buys ? level : level - _rates.LimitOrders);
        }
        else if (level < limits + takers)
        {
            Side side = level < limits + _rates.MarketOrders ? Side.Buy : Side.Sell;
            _book.Submit(NewOrder.Market(_owner, side, s_oneLot));
        }
        else
        {
            CancelAny();
        }
    }

    private void PlaceAtDistance(Side side, double level)
    {
        var distance = PriceDelta.FromTicks(_rates.DistanceOf(level));
        Place(side, side == Side.Buy ? BestOf(Side.Sell) - distance : BestOf(Side.Buy) + distance);
    }

    private void CancelAny()
    {
        while (_count > 0)
        {
            int place = (int)_draws.NextBelow((ulong)_count);
            RestingOrder order = _resting[place];
            if (!_book.TryGet(order.Id, out _))
            {
                _resting[place] = _resting[--_count];
                continue;
            }

            if (_draws.NextUniform() * _rates.LargestCancellation < _rates.CancellationAt(DistanceOf(order)))
            {
                _book.Cancel(order.Id);
                _resting[place] = _resting[--_count];
            }

            return;
        }
    }

    private long DistanceOf(in RestingOrder order) =>
        order.Side == Side.Buy ? (BestOf(Side.Sell) - order.Price).Ticks : (order.Price - BestOf(Side.Buy)).Ticks;

    // Of a side that has just run empty: its last best price.
    private Price BestOf(Side side)
    {
        DepthLevel best = _book.Best(side);
        ref Price known = ref side == Side.Buy ? ref _bestBid : ref _bestAsk;
        if (!best.Quantity.IsZero)
        {
            known = best.Price;
        }

        return known;
    }

    private readonly record struct RestingOrder(OrderId Id, Price Price, Side Side);
}
