using Breakwater.Matching;

namespace Breakwater.Exchange;

internal sealed unsafe partial class Ledger
{
    private const int CallsApart = 8;

    private readonly int[] _expected = new int[CallsApart];
    private uint _expectations;

    /// <summary>Brings a position's row closer, for somebody who will read it soon.</summary>
    public void Fetch(int position) => CacheLine.Fetch(_positions.Rows + position);

    /// <summary>Brings the account of a position closer, whose own row is near.</summary>
    public void FetchOwner(int position) => CacheLine.Fetch(_accounts.Rows + _positions.At(position).Account);

    /// <summary>Says that a later command will name the account: its row is fetched now, its first position eight calls later.</summary>
    public void Expect(int account)
    {
        ref int expected = ref _expected[_expectations++ % CallsApart];
        Fetch(_firstPositions.At(expected));
        CacheLine.Fetch(_accounts.Rows + account);
        CacheLine.Fetch(_firstPositions.Rows + account);
        expected = account;
    }
}
