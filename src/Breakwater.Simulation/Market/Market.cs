using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>The market around the venues: everybody who acts in it, and the clock that calls them.</summary>
internal sealed class Market
{
    private readonly WorldParameters _world;
    private readonly EventQueue _queue = new();
    private readonly IParticipant[] _participants;
    private readonly Place[] _places;

    public Market(WorldParameters world, IReadOnlyList<VenueInWorld> venues)
    {
        _world = world;
        Parameters = world.Market!;
        Venues = venues;
        _places = [.. PlacesOf(venues)];
        Generations = new MarketGenerations(Parameters.Coins.Count, venues);
        foreach (VenueInWorld venue in venues)
        {
            venue.Forced!.Generations = Generations;
        }

        Lending = [.. Parameters.Lending.Select(lending => new LendingInWorld(world, lending))];
        int steps = (int)((world.End - world.Start).Nanoseconds / Parameters.Step.Nanoseconds) + 1;
        Series = new MarketSeries(
            world.Start,
            Parameters.Step,
            [.. venues.Select(venue => venue.Parameters.Listings.Count)],
            steps,
            world.RecordsDepth
        );

        // In the order in which they act where they act at one time.
        _participants =
        [
            new News(this),
            new PublicFlow(this),
            new MarketMakers(this),
            .. Parameters.Books is null ? (IParticipant[])[] : [new QuoteKeeper(this)],
            new Arbitrageur(this),
            new TriggeredTraders(this),
            .. Parameters.Newcomers is { } come ? (IParticipant[])[new Newcomers(this, come)] : [],
            .. Lending.Select(lending => new LendingDesk(this, lending)),
            .. venues
                .Where(venue => venue.Parameters.Collateral is not null)
                .Select(venue => new CollateralClock(this, venue)),
            .. venues.Select(venue => new MarkMaker(this, venue)),
            .. venues.Select(venue => new FundingClock(this, venue)),
            .. venues.Select(venue => new InventoryDesk(this, venue)),
            new SeriesRecorder(this),
        ];
    }

    public MarketParameters Parameters { get; }

    public IReadOnlyList<VenueInWorld> Venues { get; }

    public IReadOnlyList<Place> Places => _places;

    public IReadOnlyList<LendingInWorld> Lending { get; }

    public MarketSeries Series { get; }

    public MarketGenerations Generations { get; }

    public Timestamp Start => _world.Start;

    public Timestamp End => _world.End;

    public Seed CrowdSeed => _world.CrowdSeed;

    public int Coins => Parameters.Coins.Count;

    /// <summary>Events of the market's clock so far.</summary>
    public long Wakes { get; private set; }

    public CoinHistory HistoryOf(Place place) => _world.Histories[place.Listing.Coin];

    /// <summary>Where a coin trades.</summary>
    public IEnumerable<Place> PlacesOf(int coin) => _places.Where(place => place.Listing.Coin == coin);

    /// <summary>Lets everybody in; <see cref="Reset"/> begins a path.</summary>
    public void Join()
    {
        ResetPlaces();
        foreach (IParticipant participant in _participants)
        {
            participant.Join();
        }
    }

    public void Reset(Seed path)
    {
        ResetPlaces();
        Generations.Reset();
        Series.Count = 0;
        Wakes = 0;
        _queue.Clear();
        for (int actor = 0; actor < _participants.Length; actor++)
        {
            _queue.Plan(_participants[actor].Reset(path), actor);
        }
    }

    public void Run(Action<Timestamp> progress)
    {
        while (_queue.TryTakeNext(out Timestamp now, out int actor) && now <= End)
        {
            Wakes++;
            if (actor == 0)
            {
                progress(now);
            }

            _queue.Plan(_participants[actor].Act(now), actor);
        }
    }

    private void ResetPlaces()
    {
        foreach (Place place in _places)
        {
            place.Liquidity.Reset(Start);
            place.Calm();
        }
    }

    private IEnumerable<Place> PlacesOf(IReadOnlyList<VenueInWorld> venues)
    {
        int number = 0;
        foreach (VenueInWorld venue in venues)
        {
            IReadOnlyList<ListingParameters> listings = venue.Parameters.Listings;
            for (int i = 0; i < listings.Count; i++)
            {
                yield return new Place(venue, number++, i, Parameters.Coins[listings[i].Coin]);
            }
        }
    }
}
