using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Who was liquidated: each account once, and once in each instrument and side in which that began.</summary>
public sealed class LiquidatedAccounts
{
    private readonly int _instruments;
    private bool[] _seen = [];
    private bool[] _seenIn = [];
    private readonly long[] _weight;
    private readonly long[] _simulated;

    public LiquidatedAccounts(int instruments)
    {
        _instruments = instruments;
        _weight = new long[instruments * 2];
        _simulated = new long[instruments * 2];
    }

    /// <summary>Accounts that the simulated ones stand for.</summary>
    public long Weight { get; private set; }

    public long Simulated { get; private set; }

    public long WeightIn(int instrument, bool isLong) => _weight[instrument * 2 + (isLong ? 0 : 1)];

    public long SimulatedIn(int instrument, bool isLong) => _simulated[instrument * 2 + (isLong ? 0 : 1)];

    /// <param name="venue">Asked for the account's weight.</param>
    public void Add(Venue venue, AccountId account, int instrument, bool isLong)
    {
        EnsureRoom(account.Index);
        int weight = venue.WeightOf(account);
        if (!_seen[account.Index])
        {
            _seen[account.Index] = true;
            Weight += weight;
            Simulated++;
        }

        int cell = instrument * 2 + (isLong ? 0 : 1);
        if (!_seenIn[account.Index * _instruments * 2 + cell])
        {
            _seenIn[account.Index * _instruments * 2 + cell] = true;
            _weight[cell] += weight;
            _simulated[cell]++;
        }
    }

    private void EnsureRoom(int account)
    {
        if (account >= _seen.Length)
        {
            int room = Math.Max(account + 1, _seen.Length * 2);
            Array.Resize(ref _seen, room);
            Array.Resize(ref _seenIn, room * _instruments * 2);
        }
    }
}
