using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Conditional orders that wait, in one ladder per trigger price and side.</summary>
/// <remarks>
/// A buy waits for its price to rise to the stop, so that the lowest stop goes first, and a sell for it to fall: each ladder
/// ranks its stops as the opposite side of the book ranks its prices.
/// </remarks>
internal sealed class StopOrders
{
    private const int Sources = 3;
    private readonly PriceLadder?[] _ladders = new PriceLadder?[Sources * 2];
    private readonly int[] _prices = new int[Sources];

    public int Waiting { get; private set; }

    /// <returns>In ticks; zero while it is unknown.</returns>
    public int PriceOf(PriceSource source) => _prices[(int)source];

    public void Set(PriceSource source, int price) => _prices[(int)source] = price;

    public bool Passed(OrderTerms terms, int stop)
    {
        int price = _prices[(int)terms.Trigger];
        return price != 0 && (terms.Side == Side.Buy ? price >= stop : price <= stop);
    }

    public unsafe void Add(OrderTerms terms, OrderSlot* orders, uint slot)
    {
        ref PriceLadder? ladder = ref _ladders[IndexOf(terms.Trigger, terms.Side)];
        ladder ??= new PriceLadder();
        ladder.Append(RankOf(terms.Side, orders[slot].Price), orders, slot);
        Waiting++;
    }

    public unsafe void Remove(OrderTerms terms, OrderSlot* orders, uint slot)
    {
        _ladders[IndexOf(terms.Trigger, terms.Side)]!.Remove(RankOf(terms.Side, orders[slot].Price), orders, slot);
        Waiting--;
    }

    /// <returns>
    /// The slot of the next order to go off, 0 for none: by trigger price (mark, index, last), then sells before buys, then
    /// by stop price, the one reached first, then by arrival.
    /// </returns>
    public uint NextPassed()
    {
        for (PriceSource source = PriceSource.Mark; source <= PriceSource.Last; source++)
        {
            uint slot = NextPassed(source, Side.Sell);
            slot = slot != 0 ? slot : NextPassed(source, Side.Buy);
            if (slot != 0)
            {
                return slot;
            }
        }

        return 0;
    }

    /// <summary>The waiting orders of one ladder from the next to go off; for readers of the whole book.</summary>
    internal PriceLadder? LadderOf(PriceSource source, Side side) => _ladders[IndexOf(source, side)];

    private unsafe uint NextPassed(PriceSource source, Side side)
    {
        PriceLadder? ladder = LadderOf(source, side);
        int price = _prices[(int)source];
        bool passed = ladder is not null && price != 0 && ladder.Best >= RankOf(side, price);
        return passed ? ladder!.LevelAt(ladder.Best)->Head : 0;
    }

    private static int IndexOf(PriceSource source, Side side) => ((int)source * 2) + (int)side;

    private static int RankOf(Side side, int stop) => Ranks.Of(side == Side.Buy ? Side.Sell : Side.Buy, stop);
}
