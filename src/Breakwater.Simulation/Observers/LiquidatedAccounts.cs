using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Who was liquidated: each account once, and once in each instrument and side in which that began.</summary>
public sealed class LiquidatedAccounts
{
    private readonly int _instruments;
    private LiquidationMoment?[] _first = [];
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

    /// <returns>Null if it was not liquidated.</returns>
    public LiquidationMoment? FirstLiquidation(AccountId account) =>
        account.Index < _first.Length ? _first[account.Index] : null;

    /// <param name="venue">Asked for the account's weight.</param>
    /// <param name="started">A liquidation that began.</param>
    public void Add(Venue venue, in MarketEvent started)
    {
        var account = new AccountId(started.Account);
        EnsureRoom(account.Index);
        int weight = venue.WeightOf(account);
        if (_first[account.Index] is null)
        {
            _first[account.Index] = new LiquidationMoment(
                started.Time,
                new InstrumentId(started.Instrument),
                started.Price
            );
            Weight += weight;
            Simulated++;
        }

        int cell = started.Instrument * 2 + (started.Quantity.IsLong ? 0 : 1);
        if (!_seenIn[account.Index * _instruments * 2 + cell])
        {
            _seenIn[account.Index * _instruments * 2 + cell] = true;
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
