namespace Breakwater.Simulation;

/// <summary>Which account has which rank by size: of any numbers about as many are large.</summary>
internal sealed class SizeOrder
{
    // The least even multiples are those of the golden section: neighbours in size lie far apart.
    private const double GoldenPart = 0.618033988749895;

    private readonly int _stride;

    /// <param name="accounts">Not negative.</param>
    public SizeOrder(int accounts)
    {
        Count = accounts;
        _stride = Math.Max((int)(accounts * GoldenPart), 1);
        while (CommonDivisor(_stride, accounts) > 1)
        {
            _stride++;
        }
    }

    public int Count { get; }

    /// <param name="rank">0 for the largest.</param>
    public int AccountAt(int rank) => (int)((long)rank * _stride % Count);

    private static int CommonDivisor(int one, int other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }
}
