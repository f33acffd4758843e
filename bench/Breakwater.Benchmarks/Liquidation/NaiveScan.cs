using Breakwater.Domain;

namespace Breakwater.Benchmarks;

/// <summary>What an engine without an index does at each mark: look at every position. Bare arrays, nothing else.</summary>
internal sealed class NaiveScan
{
    private readonly long[] _lots;
    private readonly long[] _required;

    public NaiveScan(int positions)
    {
        _lots = new long[positions];
        _required = new long[positions];
        for (int i = 0; i < positions; i++)
        {
            _lots[i] = i % 2 == 0 ? 100 : -100;
            _required[i] = _lots[i] * BenchmarkVenue.BtcStart.Ticks * 100 - 1_000_000_000_000;
        }
    }

    /// <summary>Positions below their maintenance margin at a mark; the flat first bracket only.</summary>
    public int Count(Price mark)
    {
        int liquidatable = 0;
        for (int i = 0; i < _lots.Length; i++)
        {
            long value = mark.Ticks * _lots[i] * 100;
            if (value - Math.Abs(value) / 250 < _required[i])
            {
                liquidatable++;
            }
        }

        return liquidatable;
    }
}
