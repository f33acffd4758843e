using Breakwater.Domain;

namespace Breakwater.Matching;

public sealed unsafe partial class OrderBook
{
    private const int CallsApart = 8;

    // Their rows and links are two megabytes and near anyway.
    private const int FewOrders = 1 << 16;
    private readonly long[] _expectedNumbers = new long[CallsApart];
    private readonly uint[] _expectedSlots = new uint[CallsApart];
    private uint _expectations;

    /// <summary>Whether it has room for so many orders that a caller gains by saying which are named next.</summary>
    public bool GainsFromExpecting => OrderCapacity > FewOrders;

    /// <summary>Says that a later command will name the order. Changes nothing but what lies in near memory by then.</summary>
    /// <remarks>
    /// For callers that hold commands in store. In a deep book a cancel waits for three slow reads, each behind the other:
    /// where the number lies is fetched now, the order itself eight calls later, its neighbours in the queue eight calls after
    /// that. Best called some sixty commands ahead. A book of few orders is near as it is, and nothing is fetched.
    /// </remarks>
    public void Expect(OrderId id)
    {
        if (!GainsFromExpecting)
        {
            return;
        }

        uint place = _expectations++ % CallsApart;
        OrderSlot* rows = _orders.Rows;
        OrderSlot* near = rows + _expectedSlots[place];
        CacheLine.Fetch(rows + near->Previous);
        CacheLine.Fetch(rows + near->Next);
        uint slot = _numbers.RecentSlotOf(_expectedNumbers[place]);
        CacheLine.Fetch(rows + slot);
        _owners.Fetch(slot);
        _numbers.Fetch(id.Value);
        _expectedSlots[place] = slot;
        _expectedNumbers[place] = id.Value;
    }
}
