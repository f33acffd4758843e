using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One lending market with its loans, its log and who reads it.</summary>
public sealed class LendingInWorld : IEventObserver
{
    private readonly WorldParameters _world;
    private EventLog _log;

    internal LendingInWorld(WorldParameters world, LendingParameters parameters)
    {
        (_world, Parameters) = (world, parameters);
        _log = new EventLog(this);
        Market = new LendingMarket(parameters.Rules, [.. parameters.Assets.Select(listed => listed.Asset)], _log);
        Tally = new LendingTally(Market);
    }

    public LendingParameters Parameters { get; }

    public LendingMarket Market { get; private set; }

    public EventHash Hash { get; private set; } = new();

    public LendingTally Tally { get; private set; }

    public long LoansRepresented => Parameters.Given.Count + Parameters.Pools.Sum(pool => (long)pool.Population);

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        Hash.Observe(events);
        Tally.Observe(events);
    }

    /// <summary>Hands waiting events to the readers; before their totals are read.</summary>
    public void Flush() => _log.Flush();

    /// <summary>The market as it is before anything happens: the oracle's first prices, then the loans.</summary>
    /// <exception cref="CrowdException">Its parameters contradict each other.</exception>
    internal void Open()
    {
        _log = new EventLog(this);
        Hash = new EventHash();
        Market = new LendingMarket(Parameters.Rules, [.. Parameters.Assets.Select(listed => listed.Asset)], _log);
        Tally = new LendingTally(Market);
        for (int asset = 0; asset < Parameters.Assets.Count; asset++)
        {
            if (Parameters.Assets[asset].Coin is { } coin)
            {
                decimal ticks = decimal.Round(_world.Histories[coin].Price * LendingAsset.TicksPerDollar);
                Market.UpdatePrice(_world.Start, asset, Price.FromTicks(Math.Max((long)ticks, 1)));
            }
        }

        new LoanDraw(Parameters, _world.CrowdSeed).OpenIn(Market, _world.Start);
        Flush();
    }

    /// <summary>Liquidators sold what they had seized.</summary>
    internal void Sold(Timestamp time, int asset, Money units, decimal dollars)
    {
        decimal coins = units.MinorUnits / 100_000_000m;
        Price mean = Price.FromTicks((long)(dollars / coins * LendingAsset.TicksPerDollar));
        var proceeds = Money.FromMinorUnits((long)(dollars * 1_000_000));
        _log.Write(MarketEvent.SeizedCollateralSold(time, asset, Quantity.FromLots(units.MinorUnits), mean, proceeds));
    }
}
