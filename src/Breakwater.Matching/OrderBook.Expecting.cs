using Breakwater.Domain;

namespace Breakwater.Matching;

public sealed unsafe partial class OrderBook
{
    private const int CallsApart = 8;

    // Neighbours of these are near anyway.
    private const int FewOrders = 1 << 16;
    private readonly uint[] _expected = new uint[CallsApart];
    private uint _expectations;

    /// <summary>Whether it has room for so many orders that a caller gains by saying which are named next.</summary>
    public bool GainsFromExpecting => OrderCapacity > FewOrders;

    /// <summary>Says that a later command will name the order. Changes nothing but what lies in near memory by then.</summary>
    /// <param name="owner">Whose it is; <see cref="NewOrder.NoOwner"/> for nobody's.</param>
    /// <remarks>
    /// For callers that hold commands in store. A cancel waits for the order, and in a deep book for its neighbours in the queue
    /// behind that: the order is fetched now, in a deep book its neighbours eight calls later. Best called some sixty commands
    /// ahead.
    /// </remarks>
    public void Expect(OrderId id, int owner = NewOrder.NoOwner)
    {
        OrderSlot* rows = _orders.Rows;
        uint home = _orders.HomeOf(id.Value);
        CacheLine.Fetch(rows + home);
        if (owner >= 0)
        {
            _owners.Fetch(owner, home);
        }

        if (GainsFromExpecting)
        {
            ref uint expected = ref _expected[_expectations++ % CallsApart];
            CacheLine.Fetch(rows + rows[expected].Previous);
            CacheLine.Fetch(rows + rows[expected].Next);
            expected = home;
        }
    }
}
