using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Matching;

namespace Breakwater.Simulation;

/// <summary>One venue with its crowd, its log and who reads it.</summary>
public sealed partial class VenueInWorld : IEventObserver
{
    /// <summary>Index of the first account that is not the outside or the fund.</summary>
    public const int FirstTrader = 2;

    /// <summary>How many positions count as the largest of an instrument and side.</summary>
    public const int LargestCounted = 10;

    private readonly WorldParameters _world;
    private readonly CrowdDraw? _crowd;
    private readonly EventLog _log;
    private readonly int _minutes;
    private VenueSnapshot? _atStart;

    /// <param name="number">The venue's place in the world.</param>
    public VenueInWorld(WorldParameters world, int number)
    {
        _world = world;
        Parameters = world.Venues[number];
        _crowd = Parameters.GivenAccounts is null ? new CrowdDraw(world.Crowd, Parameters, world.CrowdSeed) : null;
        _log = new EventLog(this);
        (Venue, Liquidity, Forced) = world.Market switch
        {
            null => (new Venue(RulesOf(), new MarkLessSlippage(Parameters.Slippage), LimitsOf(), _log), [], null),
            { Books: { } books } market => OnBooks(market, books, number),
            { } market => OnCurves(market, number),
        };
        long minute = Duration.FromMinutes(1).Nanoseconds;
        _minutes = (int)(((world.End - world.Start).Nanoseconds + minute - 1) / minute);
        Tally = new VenueTally(Venue, world.Start, _minutes);
        Reported = new ReportedMoney(Venue);
    }

    public VenueParameters Parameters { get; }

    /// <summary>The crowd by size; null where accounts are given, or each draws for itself.</summary>
    internal SizeOrder? BySize => _crowd?.BySize;

    /// <summary>Index after that of the crowd's last account; whales follow, then firms and newcomers.</summary>
    public int CrowdEnd => FirstTrader + Parameters.CrowdAccounts;

    public Venue Venue { get; }

    /// <summary>By instrument; empty under a tape.</summary>
    internal IReadOnlyList<IMarketLiquidity> Liquidity { get; }

    public VenueTally Tally { get; private set; }

    public ReportedMoney Reported { get; }

    /// <summary>Null under a tape.</summary>
    internal IForcedFlow? Forced { get; }

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

        PriceCollateralAtStart();
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

    /// <summary>Remembers the venue as it stands, so that another path starts from it.</summary>
    public void Save() => _atStart = Snapshot();

    /// <summary>Returns to what <see cref="Save"/> remembered.</summary>
    public void Restore()
    {
        Invariant.Holds(_atStart is not null, "a venue is saved before it is restored");
        StandAs(_atStart!);
    }

    /// <summary>How it stands, for itself or for the same venue of another world with the same parameters.</summary>
    public VenueSnapshot Snapshot()
    {
        Flush();
        return new VenueSnapshot(Venue.Save(), Hash, _log.NextSequence, LargestAtStart);
    }

    public void StandAs(VenueSnapshot snapshot)
    {
        Venue.Restore(snapshot.State);
        _log.Rewind(snapshot.Events);
        Hash.ContinueFrom(snapshot.Hash);
        Tally = new VenueTally(Venue, _world.Start, _minutes);
        LargestAtStart = snapshot.LargestAtStart;
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
    /// <param name="worst">The price that it accepts at worst, by instrument and side of its order; null for any.</param>
    public void Unwind(Timestamp time, Func<InstrumentId, Side, Price?> worst)
    {
        Forced?.BeginUnwinding();
        for (int instrument = 0; instrument < Parameters.Listings.Count; instrument++)
        {
            var id = new InstrumentId(instrument);
            Quantity held = Venue.FundInventory(id);
            Quantity sold = SoldNow(instrument, held.Magnitude);
            if (!sold.IsZero)
            {
                Side side = held.IsLong ? Side.Sell : Side.Buy;
                Require(Venue.UnwindInventory(time, id, sold, worst(id, side)));
            }
        }

        EndForcing();
    }

    private Quantity SoldNow(int instrument, Quantity held) =>
        Parameters.Rules.Instruments[instrument].Instrument.ToDecimal(held) <= Parameters.UnwindAllUpTo
            ? held
            : Parameters.UnwindShare.Of(held, Rounding.Ceiling);

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

    private (Venue, IReadOnlyList<IMarketLiquidity>, IForcedFlow?) OnCurves(MarketParameters market, int number)
    {
        DepthCurve[] curves =
        [
            .. Instruments.Select((listed, i) => new DepthCurve(listed, PriceAtStart(i), CurveOf(market, i))),
        ];
        var forced = new ForcedFlowOfCurves(this, number, curves, market.Switches.Feedback);
        var venue = new Venue(RulesOf(), forced, LimitsOf(), _log);
        return (venue, [.. Instruments.Select((listed, i) => new CurveLiquidity(venue, listed, curves[i]))], forced);
    }

    // Fees would tell books from curves, which have none.
    private (Venue, IReadOnlyList<IMarketLiquidity>, IForcedFlow?) OnBooks(
        MarketParameters market,
        BookParameters books,
        int number
    )
    {
        Invariant.Holds(market.Switches.Feedback, "orders in a book move its price");
        BookRules[] rules = [.. Parameters.Listings.Select(_ => new BookRules())];
        VenueRules traded = RulesOf() with { Trading = new TradingRules(rules, [new FeeTier(Rate.Zero, Rate.Zero)]) };
        var venue = new Venue(traded, LimitsOf(), _log);
        BookLiquidity[] liquidity =
        [
            .. Instruments.Select(
                (listed, i) => new BookLiquidity(new Listed(venue, listed, PriceAtStart(i)), CurveOf(market, i), books)
            ),
        ];
        return (venue, liquidity, new ForcedFlowOfBooks(this, number));
    }

    private IEnumerable<Instrument> Instruments => Parameters.Rules.Instruments.Select(rules => rules.Instrument);

    private double PriceAtStart(int instrument) => (double)_world.Histories[Parameters.Listings[instrument].Coin].Price;

    private CurveParameters CurveOf(MarketParameters market, int instrument)
    {
        ListingParameters listing = Parameters.Listings[instrument];
        double latent = market.Coins[listing.Coin].LatentDensity * listing.FlowShare;
        return new CurveParameters(latent, market.Revelation, market.Refill);
    }

    private Limits LimitsOf()
    {
        int firms = _world.Market is { } market ? market.Makers.Firms + 1 : 0;
        int newcomers = Parameters.IsSpot ? 0 : _world.Market?.Newcomers?.Accounts ?? 0;
        int accounts = (int)AccountsSimulated;
        int positions = _crowd?.PositionCount ?? Parameters.GivenAccounts!.Sum(account => account.Positions.Count);
        positions += Parameters.Whales.Sum(whale => whale.Positions.Count);
        int liquidators = _world.Market?.Lending.Count(lending => lending.Venue == Parameters.Name) ?? 0;
        int joining = (firms + newcomers + liquidators) * Parameters.Listings.Count;
        return new Limits(accounts + joining, positions + joining);
    }
}
