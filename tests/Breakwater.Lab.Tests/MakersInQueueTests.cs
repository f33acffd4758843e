using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>How far back in Hyperliquid's deleveraging queue makers stand, as docs/models/makers.md says.</summary>
public sealed class MakersInQueueTests
{
    private const double Fall = 0.15;
    private static readonly string[] s_others = ["binance-usdm", "bybit", "okx"];

    // Part of a side's open interest that is closed before the first of the makers, once every coin has fallen by 15 %.
    [Theory]
    [InlineData("15 %", 37, 27, 31)]
    [InlineData("30 %", 15, 6, 11)]
    [InlineData("45 %", 8, 1, 3)]
    public void So_much_of_the_side_stands_before_the_first_maker(string carry, double btc, double eth, double sol)
    {
        VenueInWorld venue = Opened(carry, out WorldParameters world);
        double[] before = [.. Enumerable.Range(0, 3).Select(coin => 100 * ShareBeforeMakers(world, venue, coin))];
        Assert.All(before.Zip([btc, eth, sol]), pair => Assert.InRange(pair.First, pair.Second - 2, pair.Second + 2));
    }

    private static double ShareBeforeMakers(WorldParameters world, VenueInWorld venue, int coin)
    {
        int number = world.Venues.ToList().IndexOf(venue.Parameters);
        (AccountOwner Owner, double Value, double Score)[] shorts =
        [
            .. Enumerable
                .Range(VenueInWorld.FirstTrader, venue.Venue.AccountCount - VenueInWorld.FirstTrader)
                .Select(account =>
                    (
                        AccountOwner.Of(world, number, account),
                        ValueOf(venue, account, coin),
                        ScoreOf(venue, account, coin)
                    )
                )
                .Where(row => row.Item2 < 0),
        ];
        double first = shorts.Where(row => row.Owner.Kind == ParticipantKind.Maker).Max(row => row.Score);
        return shorts.Where(row => row.Score > first).Sum(row => row.Value) / shorts.Sum(row => row.Value);
    }

    // As the venue has it: entry over mark times leverage of the margin account, for who has a profit.
    private static double ScoreOf(VenueInWorld venue, int account, int coin)
    {
        AccountId id = new(account);
        PositionView position = venue.Venue.PositionOf(id, new InstrumentId(coin));
        double value = ValueOf(venue, account, coin) * (1 - Fall);
        double cost = position.Cost.MinorUnits;
        double others = Enumerable
            .Range(0, venue.Parameters.Listings.Count)
            .Sum(instrument => ValueOf(venue, account, instrument));
        double equity =
            venue.Venue.ModeOf(id) == MarginMode.Cross
                ? venue.Venue.EquityOf(id).MinorUnits - Fall * others
                : position.IsolatedMargin.MinorUnits + value - cost;
        return value > cost && equity > 0 ? cost / value * -value / equity : 0;
    }

    private static double ValueOf(VenueInWorld venue, int account, int coin)
    {
        var instrument = new InstrumentId(coin);
        Quantity lots = venue.Venue.LotsOf(new AccountId(account), instrument);
        return venue
            .Parameters.Rules.Instruments[coin]
            .Instrument.Value(venue.Venue.MarkOf(instrument), lots)
            .MinorUnits;
    }

    // The other venues' crowds do not matter here, and each venue draws its own.
    private static VenueInWorld Opened(string carry, out WorldParameters world)
    {
        ScenarioValue[] values =
        [
            ScenarioValue.Parse($"market.makers.carryShare={carry}"),
            .. s_others.Select(venue => ScenarioValue.Parse($"venues.{venue}.accounts=1000")),
        ];
        world = ScenarioReader.Read(CheapMarket.Content, "oct-10-2025", values).World;
        World opened = Runner.Open(world, 1, new NoProgress(), TestContext.Current.CancellationToken);
        return opened.Venues.Single(venue => venue.Parameters.Name == "hyperliquid");
    }

    private sealed class NoProgress : IRunProgress
    {
        public void Began(string stage) { }

        public void Reached(Timestamp time, double share) { }
    }
}
