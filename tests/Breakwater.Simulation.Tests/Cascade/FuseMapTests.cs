using Breakwater.Domain;
using Breakwater.Exchange;

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
        double[] played = Play(venue);
        double all = played.Sum();
        Assert.True(all > 1e6, $"{all} is too little to show anything");
        for (int level = 0; level < s_grid.Count; level++)
        {
            Assert.Equal(played[level], map.Falls(s_btc).Ordered[level], 1e-6 * all);
        }
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
