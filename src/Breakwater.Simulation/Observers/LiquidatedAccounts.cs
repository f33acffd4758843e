using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Who was liquidated: each account once, and once in each instrument and side in which it lost a position.</summary>
/// <remarks>Grows with those who were, not with those who trade.</remarks>
public sealed class LiquidatedAccounts(int instruments)
{
    private readonly Dictionary<int, LiquidationMoment> _first = [];
    private readonly HashSet<long> _lostIn = [];
    private readonly long[] _weight = new long[instruments * 2];
    private readonly long[] _simulated = new long[instruments * 2];

    /// <summary>Accounts that the simulated ones stand for.</summary>
    public long Weight { get; private set; }

    public long Simulated { get; private set; }

    public long WeightIn(int instrument, bool isLong) => _weight[instrument * 2 + (isLong ? 0 : 1)];

    public long SimulatedIn(int instrument, bool isLong) => _simulated[instrument * 2 + (isLong ? 0 : 1)];

    /// <returns>Null if it was not liquidated.</returns>
    public LiquidationMoment? FirstLiquidation(AccountId account) =>
        _first.TryGetValue(account.Index, out LiquidationMoment first) ? first : null;

    /// <param name="started">A liquidation that began.</param>
    /// <param name="weight">Of its account.</param>
    public void Begin(in MarketEvent started, int weight)
    {
        var moment = new LiquidationMoment(started.Time, new InstrumentId(started.Instrument), started.Price);
        if (_first.TryAdd(started.Account, moment))
        {
            Weight += weight;
            Simulated++;
        }
    }

    /// <summary>An account lost a position, or a part of it, against its will.</summary>
    public void Lose(int account, int instrument, bool isLong, int weight)
    {
        int cell = instrument * 2 + (isLong ? 0 : 1);
        if (_lostIn.Add((long)account * _weight.Length + cell))
        {
            _weight[cell] += weight;
            _simulated[cell]++;
        }
    }
}
