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

    /// <param name="number">The venue's place in the world.</param>
    public VenueInWorld(WorldParameters world, int number)
    {
        _world = world;
        Parameters = world.Venues[number];
        _crowd = Parameters.GivenAccounts is null ? new CrowdDraw(world.Crowd, Parameters, world.Seed) : null;
        _log = new EventLog(this);
        Venue = new Venue(Parameters.Rules, new MarkLessSlippage(Parameters.Slippage), LimitsOf(), _log);
        long minute = Duration.FromMinutes(1).Nanoseconds;
        int minutes = (int)(((world.End - world.Start).Nanoseconds + minute - 1) / minute);
        Tally = new VenueTally(Venue, world.Start, minutes);
    }

    public VenueParameters Parameters { get; }

    public Venue Venue { get; }

    public VenueTally Tally { get; }

    public long AccountsSimulated => Parameters.GivenAccounts?.Count ?? Parameters.Crowd.Accounts;

    /// <summary>Accounts that the simulated ones stand for.</summary>
    public long AccountsRepresented => Parameters.GivenAccounts?.Count ?? Parameters.Crowd.Population;

    /// <summary>The crowd's largest positions before anything happened; null until it is opened.</summary>
    public LargestPositions? LargestAtStart { get; private set; }

    public EventHash Hash { get; } = new();

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        Hash.Observe(events);
        Tally.Observe(events);
    }

    /// <summary>Hands waiting events to the readers; before their totals are read.</summary>
    public void Flush() => _log.Flush();

    /// <summary>Sets the first marks, pays the fund in and opens the accounts.</summary>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public void Open()
    {
        for (int instrument = 0; instrument < Parameters.Listings.Count; instrument++)
        {
            UpdateMark(_world.Start, instrument);
        }

        if (Parameters.FundCapital.IsPositive)
        {
            Require(Venue.Deposit(_world.Start, Venue.Fund, Parameters.FundCapital));
        }

        if (_crowd is null)
        {
            GivenCrowd.OpenIn(Venue, _world.Start, Parameters);
        }

        _crowd?.OpenIn(Venue, _world.Start, _world.Histories);
        LargestAtStart = Venue.LargestPositions(LargestCounted);
        Flush();
    }

    /// <summary>Lots of one side of the crowd at the start.</summary>
    public Quantity OpenInterestAtStart(int instrument, bool isLong) =>
        Parameters.GivenAccounts is null
            ? Parameters.Listings[instrument].OpenInterest
            : GivenCrowd.OpenInterest(Parameters.GivenAccounts, instrument, isLong);

    public void UpdateMark(Timestamp time, int instrument)
    {
        decimal price = _world.Tapes[Parameters.Listings[instrument].Coin].PriceAt(time);
        decimal tick = Parameters.Rules.Instruments[instrument].Instrument.TickSize;
        // Half to even, as the published tables were rounded.
        Require(
            Venue.UpdateMark(time, new InstrumentId(instrument), Price.FromTicks((long)decimal.Round(price / tick)))
        );
    }

    public void ApplyFunding(FundingPayment payment) =>
        Require(Venue.ApplyFunding(payment.Time, payment.Instrument, payment.Rate, Venue.MarkOf(payment.Instrument)));

    /// <summary>The fund sells its share of what it holds in each instrument.</summary>
    public void Unwind(Timestamp time)
    {
        for (int instrument = 0; instrument < Parameters.Listings.Count; instrument++)
        {
            var id = new InstrumentId(instrument);
            Money held = Money.FromMinorUnits(Venue.FundInventory(id).Magnitude.Lots);
            Money share = Parameters.UnwindShare.Of(held, Rounding.Ceiling);
            if (share.IsPositive)
            {
                Require(Venue.UnwindInventory(time, id, Quantity.FromLots(share.MinorUnits)));
            }
        }
    }

    private static void Require(Rejection answer) =>
        Invariant.Holds(answer == Rejection.None, "a venue takes what the world plans for it");

    private Limits LimitsOf() =>
        _crowd is not null
            ? new Limits(Parameters.Crowd.Accounts, _crowd.PositionCount)
            : new Limits(
                Parameters.GivenAccounts!.Count,
                Parameters.GivenAccounts.Sum(account => account.Positions.Count)
            );
}
