using Breakwater.Domain;

namespace Breakwater.Matching;

public sealed unsafe partial class OrderBook
{
    private const int ExpectedOrders = 8;
    private readonly long[] _expected = new long[ExpectedOrders];
    private uint _expectations;

    /// <summary>Says that a later command will name the order. Changes nothing but what lies in near memory by then.</summary>
    /// <remarks>
    /// For callers that hold commands in store. In a deep book an order is two slow reads away, one behind the other: where
    /// the number lies is fetched now, the order itself eight calls later. Best called some forty commands ahead.
    /// </remarks>
    public void Expect(OrderId id)
    {
        ref long expected = ref _expected[_expectations++ % ExpectedOrders];
        CacheLine.Fetch(_orders.Rows + _numbers.RecentSlotOf(expected));
        _numbers.Fetch(id.Value);
        expected = id.Value;
    }
}
