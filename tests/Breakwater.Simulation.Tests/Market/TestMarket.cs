using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>The two coins of <see cref="TestWorld"/> on one perpetual and one spot venue that answer back, for ten minutes.</summary>
internal static class TestMarket
{
    public static WorldParameters Create(
        double shock = 0.05,
        Switches? switches = null,
        double carry = 0.2,
        DeleveragingTrigger trigger = DeleveragingTrigger.FundExhausted,
        bool books = false
    )
    {
        WorldParameters tape = TestWorld.Create(venues: ["perpetual", "spot"]);
        return tape with
        {
            Tapes = [],
            PathSeed = new Seed(5),
            Market = Parameters(shock, switches ?? Switches.AllOn, carry) with
            {
                Books = books ? new BookParameters(9, 0.05) : null,
            },
            Venues = [Perpetual(tape.Venues[0], carry, trigger), Spot(tape.Venues[1])],
        };
    }

    public static World Open(WorldParameters parameters)
    {
        var world = new World(parameters);
        foreach (VenueInWorld venue in world.Venues)
        {
            venue.Open();
        }

        world.Join();
        return world;
    }

    /// <summary>The market alone, at its start: everybody is in, nobody has acted.</summary>
    public static Market MarketOf(WorldParameters parameters)
    {
        VenueInWorld[] venues =
        [
            .. Enumerable.Range(0, parameters.Venues.Count).Select(number => new VenueInWorld(parameters, number)),
        ];
        var market = new Market(parameters, venues);
        foreach (VenueInWorld venue in venues)
        {
            venue.Open();
        }

        market.Join();
        market.Reset(parameters.PathSeed);
        return market;
    }

    public static World Run(WorldParameters parameters)
    {
        World world = Open(parameters);
        world.Run(_ => { });
        return world;
    }

    public static string Digest(World world) => string.Join(' ', world.Venues.Select(venue => venue.Hash.Digest()));

    public static double Fall(World world, int venue)
    {
        ReadOnlySpan<double> middle = world.Series![SeriesKind.Middle, venue, 0];
        double lowest = middle[0];
        foreach (double price in middle)
        {
            lowest = Math.Min(lowest, price);
        }

        return 1 - lowest / middle[0];
    }

    /// <summary>The market in which nobody is liquidated, and people behave as changed.</summary>
    public static WorldParameters Behaving(Func<BehaviourParameters, BehaviourParameters> change)
    {
        WorldParameters world = Create(switches: Switches.AllOn with { Liquidations = false });
        return world with { Market = world.Market! with { Behaviour = change(world.Market!.Behaviour) } };
    }

    /// <summary>At the end of a run over the start, of the first coin at the first venue.</summary>
    public static double OpenInterestLeft(WorldParameters parameters)
    {
        World world = Run(parameters);
        ReadOnlySpan<double> series = world.Series![SeriesKind.OpenInterest, 0, 0];
        return series[world.Series!.Count - 1] / series[0];
    }

    public static decimal Forced(World world) =>
        Enumerable.Range(0, 10).Sum(minute => (decimal)world.Venues[0].Tally.Flows.ForcedIn(minute).MinorUnits) / 1e6m;

    private static MarketParameters Parameters(double shock, Switches switches, double carry) =>
        new()
        {
            Step = Duration.FromSeconds(1),
            Shock = new ShockParameters(TestWorld.Start + Duration.FromMinutes(1), shock, 0.5, Duration.FromMinutes(3)),
            Coins = [new CoinParameters(1, 2e9, 1e-4), new CoinParameters(1.2, 1e9, 1.2e-4)],
            Revelation = Duration.FromSeconds(60),
            LatentParticipation = 0.2,
            Comovement = 0,
            Spillover = 0,
            CommonNoise = 0.5,
            AccountsPerFirm = 25,
            Refill = Duration.FromSeconds(3),
            Makers = new MakerParameters
            {
                Firms = 3,
                CapitalOverDepth = 5,
                Leverage = Leverage.FromMultiple(10),
                CarryShare = carry,
                HalfDepthVolatility = 8,
                FirmSpread = 1.3,
                Steepness = 2,
                LeastShare = 0.05,
                SpreadOverVolatility = 0.1,
                VolatilityMemory = Duration.FromSeconds(60),
                InventoryLimit = 1,
                LossLimit = 0.3,
                PullAfterDeleveraging = Duration.FromMinutes(2),
                HedgeTime = Duration.FromSeconds(30),
                HedgeDepth = 0.02,
                Interval = Duration.FromSeconds(5),
                Latency = Duration.FromMilliseconds(100),
            },
            Arbitrage = new ArbitrageParameters(
                0.0005,
                0.5,
                0.1,
                5,
                Leverage.FromMultiple(5),
                Duration.FromMilliseconds(200),
                Duration.FromSeconds(60)
            ),
            Behaviour = new BehaviourParameters(
                0.1,
                0.05,
                Duration.FromSeconds(20),
                0.2,
                0.08,
                0.6,
                0.1,
                Rate.FromFraction(1, 2),
                0.1,
                0.05,
                Duration.FromMinutes(5),
                0.1,
                0.05,
                Duration.FromMilliseconds(500)
            ),
            Switches = switches,
        };

    private static VenueParameters Perpetual(VenueParameters tape, double carry, DeleveragingTrigger trigger) =>
        tape with
        {
            Rules = tape.Rules with { Deleveraging = tape.Rules.Deleveraging with { Trigger = trigger } },
            UnwindInterval = Duration.FromSeconds(5),
            Mark = new MarkMethod(
                MarkForm.MedianOfThree,
                Duration.FromSeconds(30),
                Duration.FromSeconds(1),
                IsExponential: false,
                0
            ),
            Listings = [.. tape.Listings.Select(listing => InMarket(listing, depth: 1e6, flow: 0.6, carry))],
        };

    private static VenueParameters Spot(VenueParameters tape) =>
        tape with
        {
            GivenAccounts = [],
            IsSpot = true,
            Fundings = [],
            FundCapital = Money.Zero,
            Listings = [.. tape.Listings.Select(listing => InMarket(listing, depth: 1e6, flow: 0.4, carry: 0))],
        };

    private static ListingParameters InMarket(ListingParameters listing, double depth, double flow, double carry) =>
        listing with
        {
            Depth = depth,
            FlowShare = flow,
            Carried = Quantity.FromLots((long)(listing.OpenInterest.Lots * carry)),
        };
}
