using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One venue with its crowd, its log and who reads it.</summary>
public sealed class VenueInWorld : IEventObserver
{
    /// <summary>Index of the first account that is not the outside or the fund.</summary>
    public const int FirstTrader = 2;

    /// <summary>How many positions count as the largest of an instrument and side.</summary>
    public const int LargestCounted = 10;

    private readonly WorldParameters _world;
    private readonly CrowdDraw? _crowd;
    private readonly EventLog _log;
    private readonly int _minutes;
    private readonly EventHash _hashAtStart = new();
    private VenueState? _atStart;
    private long _eventsAtStart;

    /// <param name="number">The venue's place in the world.</param>
    public VenueInWorld(WorldParameters world, int number)
    {
        _world = world;
        Parameters = world.Venues[number];
        _crowd = Parameters.GivenAccounts is null ? new CrowdDraw(world.Crowd, Parameters, world.CrowdSeed) : null;
        _log = new EventLog(this);
        Curves = world.Market is { } market ? [.. Parameters.Listings.Select((_, i) => CurveOf(market, i))] : [];
        Forced = world.Market is { Switches: var on } ? new ForcedFlow(this, number, on.Feedback) : null;
        Venue = new Venue(RulesOf(), LiquidityOf(), LimitsOf(), _log);
        long minute = Duration.FromMinutes(1).Nanoseconds;
        _minutes = (int)(((world.End - world.Start).Nanoseconds + minute - 1) / minute);
        Tally = new VenueTally(Venue, world.Start, _minutes);
    }

    public VenueParameters Parameters { get; }

    /// <summary>Index after that of the crowd's last account; whales follow, then firms.</summary>
    public int CrowdEnd => FirstTrader + Parameters.CrowdAccounts;

    public Venue Venue { get; }

    /// <summary>By instrument; empty under a tape.</summary>
    public IReadOnlyList<DepthCurve> Curves { get; }

    public VenueTally Tally { get; private set; }

    /// <summary>Null under a tape.</summary>
    internal ForcedFlow? Forced { get; }

    public long AccountsSimulated => Parameters.CrowdAccounts + Parameters.Whales.Count;

    /// <summary>Accounts that the simulated ones stand for.</summary>
    public long AccountsRepresented =>
        (Parameters.GivenAccounts?.Count ?? Parameters.Crowd.Population) + Parameters.Whales.Count;

    /// <summary>The crowd's largest positions before anything happened; null until it is opened.</summary>
    public LargestPositions? LargestAtStart { get; private set; }

    /// <summary>The least that the fund was worth after any mark since the start.</summary>
    public Money LowestFundEquity { get; private set; } = Money.MaxValue;

    public EventHash Hash { get; } = new();

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        Hash.Observe(events);
        Tally.Observe(events);
        Forced?.Observe(events);
    }

    /// <summary>Hands waiting events to the readers; before their totals are read.</summary>
    public void Flush() => _log.Flush();

    /// <summary>Sets the first marks, pays the fund in and opens the accounts.</summary>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public void Open()
    {
        for (int instrument = 0; instrument < Parameters.Listings.Count; instrument++)
        {
            SetMark(_world.Start, instrument, _world.Histories[Parameters.Listings[instrument].Coin].Price);
        }

        if (Parameters.FundCapital.IsPositive)
        {
            Require(Venue.Deposit(_world.Start, Venue.Fund, Parameters.FundCapital));
        }

        if (Parameters.GivenAccounts is { } given)
        {
            GivenCrowd.OpenIn(Venue, _world.Start, given);
        }

        _crowd?.OpenIn(Venue, _world.Start, _world.Histories);
        GivenCrowd.OpenIn(Venue, _world.Start, Parameters.Whales);
        LargestAtStart = Venue.LargestPositions(LargestCounted);
        LowestFundEquity = Venue.FundEquity;
        Flush();
    }

    /// <summary>Remembers the opened venue, so that another path starts from it.</summary>
    public void Save()
    {
        Flush();
        _atStart = Venue.Save();
        _eventsAtStart = _log.NextSequence;
        _hashAtStart.ContinueFrom(Hash);
    }

    /// <summary>Returns to what <see cref="Save"/> remembered.</summary>
    public void Restore()
    {
        Invariant.Holds(_atStart is not null, "a venue is saved before it is restored");
        Venue.Restore(_atStart!);
        _log.Rewind(_eventsAtStart);
        Hash.ContinueFrom(_hashAtStart);
        Tally = new VenueTally(Venue, _world.Start, _minutes);
        LowestFundEquity = Venue.FundEquity;
    }

    /// <summary>Lots of one side of the crowd at the start.</summary>
    public Quantity OpenInterestAtStart(int instrument, bool isLong) =>
        Parameters.GivenAccounts is null
            ? Parameters.Listings[instrument].OpenInterest
            : GivenCrowd.OpenInterest(Parameters.GivenAccounts, instrument, isLong);

    /// <summary>Moves an instrument's mark to its tape.</summary>
    public void FollowTape(Timestamp time, int instrument) =>
        SetMark(time, instrument, _world.Tapes[Parameters.Listings[instrument].Coin].PriceAt(time));

    /// <param name="price">Rounded half to even to a tick, as the published tables were.</param>
    public void SetMark(Timestamp time, int instrument, decimal price)
    {
        decimal tick = Parameters.Rules.Instruments[instrument].Instrument.TickSize;
        SetMark(time, instrument, Price.FromTicks(Math.Max((long)decimal.Round(price / tick), 1)));
    }

    public void SetMark(Timestamp time, int instrument, Price mark)
    {
        Forced?.BeginWave(instrument);
        Require(Venue.UpdateMark(time, new InstrumentId(instrument), mark));
        EndForcing();
        LowestFundEquity = Money.Min(LowestFundEquity, Venue.FundEquity);
    }

    public void ApplyFunding(FundingPayment payment)
    {
        Forced?.BeginWave(payment.Instrument.Index);
        Require(Venue.ApplyFunding(payment.Time, payment.Instrument, payment.Rate, Venue.MarkOf(payment.Instrument)));
        EndForcing();
    }

    /// <summary>The fund sells its share of what it holds in each instrument.</summary>
    public void Unwind(Timestamp time)
    {
        Forced?.BeginUnwinding();
        for (int instrument = 0; instrument < Parameters.Listings.Count; instrument++)
        {
            var id = new InstrumentId(instrument);
            Quantity share = Parameters.UnwindShare.Of(Venue.FundInventory(id).Magnitude, Rounding.Ceiling);
            if (!share.IsZero)
            {
                Require(Venue.UnwindInventory(time, id, share));
            }
        }

        EndForcing();
    }

    // Take-overs are read off the log, and belong to what forced them.
    private void EndForcing()
    {
        if (Forced is not null)
        {
            Flush();
            Forced.End();
        }
    }

    private static void Require(Rejection answer) =>
        Invariant.Holds(answer == Rejection.None, "a venue takes what the world plans for it");

    private VenueRules RulesOf() =>
        _world.Market is { Switches.Liquidations: false }
            ? Parameters.Rules with
            {
                Liquidation = Parameters.Rules.Liquidation with { IsSuspended = true },
            }
            : Parameters.Rules;

    private ILiquidity LiquidityOf() => Forced is null ? new MarkLessSlippage(Parameters.Slippage) : Forced;

    private DepthCurve CurveOf(MarketParameters market, int instrument)
    {
        ListingParameters listing = Parameters.Listings[instrument];
        var parameters = new CurveParameters(
            market.Coins[listing.Coin].LatentDensity * listing.FlowShare,
            market.Revelation,
            market.Refill
        );
        double price = (double)_world.Histories[listing.Coin].Price;
        return new DepthCurve(Parameters.Rules.Instruments[instrument].Instrument, price, parameters);
    }

    private Limits LimitsOf()
    {
        int firms = _world.Market is { } market ? market.Makers.Firms + 1 : 0;
        int accounts = (int)AccountsSimulated;
        int positions = _crowd?.PositionCount ?? Parameters.GivenAccounts!.Sum(account => account.Positions.Count);
        positions += Parameters.Whales.Sum(whale => whale.Positions.Count);
        firms *= Parameters.Listings.Count;
        return new Limits(accounts + firms, positions + firms);
    }
}
