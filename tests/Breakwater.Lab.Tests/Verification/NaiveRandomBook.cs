namespace Breakwater.Lab.Tests;

/// <summary>The book under random orders once more, as two counts by price and nothing else: no orders, no engine.</summary>
internal sealed class NaiveRandomBook(double marketOrders, double cancellations, int reach, Random random)
{
    private readonly SortedDictionary<int, int> _bids = new() { [0] = 1 };
    private readonly SortedDictionary<int, int> _asks = new() { [1] = 1 };
    private int _count = 2;

    /// <returns>Mean spread over time.</returns>
    public double MeanSpread(double warmUp, double duration)
    {
        double spreads = 0;
        for (double time = 0; time < warmUp + duration; )
        {
            double rate = 2 * reach + marketOrders + cancellations * _count;
            double wait = -Math.Log(1 - random.NextDouble()) / rate;
            time += wait;
            int bid = _bids.Keys.Last();
            int ask = _asks.Keys.First();
            spreads += time > warmUp ? wait * (ask - bid) : 0;
            Step(random.NextDouble() * rate, bid, ask);
        }

        return spreads / duration;
    }

    private void Step(double level, int bid, int ask)
    {
        if (level < 2 * reach)
        {
            bool buys = level < reach;
            int distance = 1 + (int)(buys ? level : level - reach);
            Add(buys ? _bids : _asks, buys ? ask - distance : bid + distance);
            return;
        }

        bool isMarketOrder = level < 2 * reach + marketOrders;
        if (isMarketOrder)
        {
            bool hitsBids = level < 2 * reach + marketOrders / 2;
            Remove(hitsBids ? _bids : _asks, hitsBids ? bid : ask);
        }
        else
        {
            CancelOrder(random.Next(_count));
        }
    }

    private void CancelOrder(int place)
    {
        foreach (SortedDictionary<int, int> side in new[] { _bids, _asks })
        {
            foreach ((int price, int orders) in side)
            {
                place -= orders;
                if (place < 0)
                {
                    Remove(side, price);
                    return;
                }
            }
        }
    }

    private void Add(SortedDictionary<int, int> side, int price)
    {
        side[price] = side.GetValueOrDefault(price) + 1;
        _count++;
    }

    // The last order of a side stays, so that there is a spread: of no weight where hundreds rest.
    private void Remove(SortedDictionary<int, int> side, int price)
    {
        if (side.Count == 1 && side[price] == 1)
        {
            return;
        }

        side[price]--;
        _count--;
        if (side[price] == 0)
        {
            side.Remove(price);
        }
    }
}
