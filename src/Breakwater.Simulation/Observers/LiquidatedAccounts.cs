using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Who was liquidated: each account once, and once in each instrument and side in which it lost a position.</summary>
public sealed class LiquidatedAccounts
{
    private readonly int _instruments;
    private LiquidationMoment?[] _first;
    private bool[] _seenIn;
    private readonly long[] _weight;
    private readonly long[] _simulated;

    /// <param name="accounts">For which there is room from the start.</param>
    public LiquidatedAccounts(int instruments, int accounts)
    {
        _instruments = instruments;
        _first = new LiquidationMoment?[accounts];
        _seenIn = new bool[accounts * instruments * 2];
        _weight = new long[instruments * 2];
        _simulated = new long[instruments * 2];
    }

    /// <summary>Accounts that the simulated ones stand for.</summary>
    public long Weight { get; private set; }

    public long Simulated { get; private set; }

    public long WeightIn(int instrument, bool isLong) => _weight[instrument * 2 + (isLong ? 0 : 1)];

    public long SimulatedIn(int instrument, bool isLong) => _simulated[instrument * 2 + (isLong ? 0 : 1)];

    /// <returns>Null if it was not liquidated.</returns>
    public LiquidationMoment? FirstLiquidation(AccountId account) =>
        account.Index < _first.Length ? _first[account.Index] : null;

    /// <param name="started">A liquidation that began.</param>
    /// <param name="weight">Of its account.</param>
    public void Begin(in MarketEvent started, int weight)
    {
        EnsureRoom(started.Account);
        if (_first[started.Account] is null)
        {
            _first[started.Account] = new LiquidationMoment(
                started.Time,
                new InstrumentId(started.Instrument),
                started.Price
            );
            Weight += weight;
            Simulated++;
        }
    }

    /// <summary>An account lost a position, or a part of it, against its will.</summary>
    public void Lose(int account, int instrument, bool isLong, int weight)
    {
        EnsureRoom(account);
        int cell = instrument * 2 + (isLong ? 0 : 1);
        ref bool seen = ref _seenIn[account * _instruments * 2 + cell];
        if (!seen)
        {
            seen = true;
            _weight[cell] += weight;
            _simulated[cell]++;
        }
    }

    private void EnsureRoom(int account)
    {
        if (account >= _first.Length)
        {
            int room = Math.Max(account + 1, _first.Length * 2);
            Array.Resize(ref _first, room);
            Array.Resize(ref _seenIn, room * _instruments * 2);
        }
    }
}
