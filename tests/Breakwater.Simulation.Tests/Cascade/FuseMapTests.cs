using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Indicators;

namespace Breakwater.Simulation.Tests;

/// <summary>A fuse beside its naive twin: the venue itself, whose mark falls tick by tick.</summary>
public sealed class FuseMapTests
{
    private static readonly InstrumentId s_btc = new(0);
    private static readonly LevelGrid s_grid = new(Step: 1, Count: 30);

    [Theory]
    [InlineData(LadderKind.OneOrder)]
    [InlineData(LadderKind.TierByTier)]
    public void What_becomes_liquidatable_at_each_level_is_what_the_venue_then_liquidates(LadderKind ladder)
    {
        VenueInWorld venue = Open(ladder);
        var map = FuseMap.Of(
            venue.Venue,
            MarkRay.OthersStay(venue.Venue.CurrentMarks, s_btc),
            s_grid,
            new FillConditions(0, 0)
        );
        double[] ordered = map.Falls(s_btc).Ordered();
        double[] played = Play(venue);
        double all = played.Sum();
        Assert.True(all > 1e6, $"{all} is too little to show anything");
        for (int level = 0; level < s_grid.Count; level++)
        {
            Assert.Equal(played[level], ordered[level], 1e-6 * all);
        }
    }

    [Fact]
    public void Accounts_may_be_played_in_any_order_and_side_by_side_and_the_map_stays_the_same_to_the_bit()
    {
        const int Percents = 60;
        double[] dollars = [.. Enumerable.Range(0, Percents).Select(percent => 1e6 / 3 * (1 + percent % 7))];
        var market = new CascadeMarket(dollars, new MarketDepth(1e8, LatentSlope: 0), CascadeMarket.EverythingIsSold);
        Assert.True(market.Venue.AccountCount > 2 * 65_536, "one block shows nothing");
        double[] inTurn = OrderedIn(market.Venue, each: null);

        double[] backwards = OrderedIn(
            market.Venue,
            (jobs, job) => Enumerable.Range(0, jobs).Reverse().ToList().ForEach(job)
        );
        double[] together = OrderedIn(market.Venue, (jobs, job) => Parallel.For(0, jobs, job));

        Assert.Equal(inTurn, backwards);
        Assert.Equal(inTurn, together);
        // A level's last account lies on its edge.
        Assert.All(
            Enumerable.Range(0, Percents),
            percent => Assert.Equal(dollars[percent], inTurn[percent], 0.02 * dollars[percent])
        );
    }

    [Fact]
    public void Whoever_has_traded_since_the_last_mark_is_mapped_as_he_stands()
    {
        VenueInWorld world = Open(LadderKind.OneOrder);
        Venue venue = world.Venue;
        Price mark = venue.MarkOf(s_btc);
        world.SetMark(TestWorld.Start, 0, mark);
        double[] before = OrderedIn(venue, each: null);
        int traded = TradeAmongAll(venue, mark);

        double[] untouched = OrderedIn(venue, each: null);
        world.SetMark(TestWorld.Start, 0, mark);

        Assert.True(traded > 20, $"{traded} trades are too few to show anything");
        Assert.NotEqual(before, untouched);
        Assert.Equal(OrderedIn(venue, each: null), untouched);
    }

    private static double[] OrderedIn(Venue venue, Action<int, Action<int>>? each)
    {
        MarkRay ray = MarkRay.OthersStay(venue.CurrentMarks, s_btc);
        return FuseMap.Of(venue, ray, new LevelGrid(1, 60), new FillConditions(0, 0), each).Falls(s_btc).Ordered();
    }

    // Each account sells a lot to the one after it, where both may.
    private static int TradeAmongAll(Venue venue, Price price)
    {
        int traded = 0;
        for (int account = VenueInWorld.FirstTrader; account + 1 < venue.AccountCount; account++)
        {
            Rejection answer = venue.Trade(
                TestWorld.Start,
                s_btc,
                new AccountId(account + 1),
                new AccountId(account),
                Quantity.FromLots(1),
                price,
                Leverage.FromMultiple(5)
            );
            traded += answer == Rejection.None ? 1 : 0;
        }

        return traded;
    }

    // With a fund that takes all over and orders that fill at the mark.
    private static VenueInWorld Open(LadderKind ladder)
    {
        WorldParameters world = TestWorld.Create(accounts: 500, venues: ["one"]);
        VenueParameters one = world.Venues[0];
        VenueRules rules = one.Rules with { Liquidation = one.Rules.Liquidation with { Ladder = ladder } };
        var venue = new VenueInWorld(
            world with
            {
                Venues =
                [
                    one with
                    {
                        Rules = rules,
                        Slippage = Rate.Zero,
                        FundCapital = Money.FromMinorUnits(1_000_000_000_000_000),
                    },
                ],
            },
            0
        );
        venue.Open();
        return venue;
    }

    private static double[] Play(VenueInWorld venue)
    {
        var dollars = new double[s_grid.Count];
        long start = venue.Venue.MarkOf(s_btc).Ticks;
        double unit = (double)venue.Parameters.Rules.Settlement.MinorUnit;
        Instrument instrument = venue.Parameters.Rules.Instruments[0].Instrument;
        Quantity before = Forced(venue);
        for (long ticks = start; ticks > start * 7 / 10; ticks--)
        {
            var mark = Price.FromTicks(ticks);
            venue.SetMark(TestWorld.Start, 0, mark);
            Quantity now = Forced(venue);
            int level = s_grid.LevelOf(Price.FromTicks(start), mark);
            dollars[level] += instrument.Notional(mark, now - before).MinorUnits * unit;
            before = now;
        }

        return dollars;
    }

    // Lots of BTC longs that are gone: sold, or with the fund.
    private static Quantity Forced(VenueInWorld venue)
    {
        Quantity left = Quantity.Zero;
        for (int account = VenueInWorld.FirstTrader; account < venue.Venue.AccountCount; account++)
        {
            Quantity held = venue.Venue.PositionOf(new AccountId(account), s_btc).Lots;
            left += held.IsLong ? held : Quantity.Zero;
        }

        return -left;
    }
}
