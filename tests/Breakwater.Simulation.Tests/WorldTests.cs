using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

public class WorldTests
{
    [Fact]
    public void The_same_seed_writes_the_same_log() =>
        Assert.Equal(DigestsOf(TestWorld.Create()), DigestsOf(TestWorld.Create()));

    [Fact]
    public void Another_seed_writes_another_log() =>
        Assert.NotEqual(DigestsOf(TestWorld.Create(seed: 1)), DigestsOf(TestWorld.Create(seed: 2)));

    [Fact]
    public void A_venue_s_luck_does_not_depend_on_which_others_there_are()
    {
        string[] both = DigestsOf(TestWorld.Create());
        Assert.Equal(both[0], DigestsOf(TestWorld.Create(1, 2_000, "first"))[0]);
        Assert.Equal(both[1], DigestsOf(TestWorld.Create(1, 2_000, "second"))[0]);
        Assert.Equal(both[1], DigestsOf(TestWorld.Create(1, 2_000, "third", "second"))[1]);
        Assert.NotEqual(both[0], both[1]);
    }

    [Fact]
    public void The_order_in_which_venues_are_opened_makes_no_difference()
    {
        var world = new World(TestWorld.Create());
        foreach (VenueInWorld venue in world.Venues.Reverse())
        {
            venue.Open();
        }

        world.Run(_ => { });
        Assert.Equal(DigestsOf(TestWorld.Create()), world.Venues.Select(venue => venue.Hash.Digest()));
    }

    [Fact]
    public void Longs_and_shorts_add_up_to_the_open_interest_and_the_outside_holds_nothing()
    {
        var world = new World(TestWorld.Create());
        foreach (VenueInWorld venue in world.Venues)
        {
            venue.Open();
            for (int i = 0; i < venue.Parameters.Listings.Count; i++)
            {
                var instrument = new InstrumentId(i);
                long[] lots =
                [
                    .. Traders(venue).Select(account => venue.Venue.PositionOf(account, instrument).Lots.Lots),
                ];
                long openInterest = venue.Parameters.Listings[i].OpenInterest.Lots;
                Assert.Equal(openInterest, lots.Where(held => held > 0).Sum());
                Assert.Equal(-openInterest, lots.Where(held => held < 0).Sum());
                Assert.True(venue.Venue.PositionOf(Venue.Outside, instrument).Lots.IsZero);
            }
        }
    }

    [Fact]
    public void Nobody_is_liquidatable_before_the_first_price_moves()
    {
        var world = new World(TestWorld.Create());
        foreach (VenueInWorld venue in world.Venues)
        {
            venue.Open();
            venue.FollowTape(TestWorld.Start, 0);
            venue.FollowTape(TestWorld.Start, 1);
            venue.Flush();
            Assert.Equal(0, venue.Tally.Accounts.Simulated);
        }
    }

    [Fact]
    public void Money_and_contracts_are_conserved_and_the_fund_s_books_tie()
    {
        World world = RunOf(TestWorld.Create());
        foreach (VenueInWorld venue in world.Venues)
        {
            Assert.True(venue.Tally.Accounts.Simulated > 100, "the fall liquidates somebody");
            Assert.Equal(Int128.Zero, venue.Venue.Surplus());
            Assert.Equal(Quantity.Zero, venue.Venue.Imbalance(new InstrumentId(0)));
            Assert.Equal(Quantity.Zero, venue.Venue.Imbalance(new InstrumentId(1)));
            VenueTally tally = venue.Tally;
            Money wallet =
                venue.Parameters.FundCapital
                + tally.PaidToFund
                - tally.PaidByFund
                + tally.RealisedByFund
                + tally.FundingOfFund
                + tally.Waterfall.WrittenOff;
            Assert.Equal(venue.Venue.WalletOf(Venue.Fund), wallet);
        }
    }

    [Fact]
    public void A_crowd_too_large_for_its_open_interest_is_refused()
    {
        WorldParameters parameters = TestWorld.Create(1, 2_000_000, "first");
        var world = new World(parameters);
        CrowdException refused = Assert.Throws<CrowdException>(() => world.Venues[0].Open());
        Assert.Contains("first: an open interest of 1000000 lots of BTC", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<AccountId> Traders(VenueInWorld venue) =>
        Enumerable
            .Range(VenueInWorld.FirstTrader, venue.Venue.AccountCount - VenueInWorld.FirstTrader)
            .Select(index => new AccountId(index));

    private static string[] DigestsOf(WorldParameters parameters) =>
        [.. RunOf(parameters).Venues.Select(venue => venue.Hash.Digest())];

    private static World RunOf(WorldParameters parameters)
    {
        var world = new World(parameters);
        foreach (VenueInWorld venue in world.Venues)
        {
            venue.Open();
        }

        world.Run(_ => { });
        return world;
    }
}
