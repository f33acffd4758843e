using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>What a stratified crowd holds and intends is nearly what was stated, whichever crowd it is.</summary>
public sealed class StratifiedCrowdTests
{
    private const int Crowds = 20;
    private const double HighShare = 0.2;

    // The largest account holds several per cent of a side and is still of one kind.
    private const double Much = 0.7;

    // Between the two components of the test world.
    private const double HighLeverage = 11;

    [Fact]
    public void Open_interest_is_held_with_the_leverage_that_was_stated()
    {
        double independent = Spread(DrawKind.Independent, HeldWithHighLeverage);
        double stratified = Spread(DrawKind.Stratified, HeldWithHighLeverage);
        Assert.True(stratified < 0.35 * independent, $"{stratified:P2} stratified, {independent:P2} independent");
        double mean = Enumerable.Range(1, Crowds).Average(crowd => HeldWithHighLeverage(DrawKind.Stratified, crowd));
        Assert.InRange(mean, HighShare - 0.02, HighShare + 0.02);
    }

    [Fact]
    public void As_much_of_it_leaves_in_every_crowd()
    {
        double independent = Spread(DrawKind.Independent, Left);
        double stratified = Spread(DrawKind.Stratified, Left);
        Assert.True(stratified < Much * independent, $"{stratified:P2} stratified, {independent:P2} independent");
    }

    [Fact]
    public void Who_is_short_beside_a_carry_entered_where_he_did_without_it()
    {
        PositionView[] Shorts(long carried) =>
            [
                .. Positions(WithCarry(carried, Isolated(DrawKind.Stratified, crowd: 1)))
                    .Where(held => held.Lots.IsShort),
            ];

        PositionView[] alone = Shorts(carried: 0);
        PositionView[] beside = Shorts(carried: 400_000);
        Assert.Equal(alone.Length, beside.Length);
        Assert.Equal(0.6, beside.Sum(HeldLots) / alone.Sum(HeldLots), 6);

        // Whom history or a tier of his size strikes out draws again, and both go by what is held.
        int moved = alone.Zip(beside).Count(pair => EntryOf(pair.First) != EntryOf(pair.Second));
        Assert.InRange(moved, 0, alone.Length / 200);
    }

    [Fact]
    public void Holders_of_a_side_are_ranked_by_size()
    {
        WorldParameters world = Isolated(DrawKind.Stratified, crowd: 1);
        VenueParameters oneCoin = world.Venues[0] with { Listings = [world.Venues[0].Listings[0]] };
        Holding[] longs =
        [
            .. new CrowdDraw(world.Crowd, oneCoin, world.CrowdSeed)
                .SplitOpenInterest()
                .First.Where(held => held.Lots.IsLong)
                .OrderBy(held => held.Rank),
        ];
        Assert.Equal(Enumerable.Range(0, longs.Length), longs.Select(held => held.Rank));

        // The largest stand for one each. What rounding gives or takes is a lot.
        Assert.All(
            longs.Take(100).Zip(longs.Skip(1)),
            pair => Assert.True(pair.First.Lots.Lots >= pair.Second.Lots.Lots - 1)
        );
        Assert.True(longs[0].Lots.Lots > 5 * longs[99].Lots.Lots);
    }

    [Fact]
    public void Longs_and_shorts_of_one_rank_do_not_share_their_luck()
    {
        PositionView[] held = [.. Positions(Isolated(DrawKind.Stratified, crowd: 1))];
        IEnumerable<double> LeverageOfLargest(Func<PositionView, bool> side) =>
            held.Where(side).OrderByDescending(position => position.Lots.Magnitude).Take(200).Select(LeverageOf);

        int shared = LeverageOfLargest(position => position.Lots.IsLong)
            .Zip(LeverageOfLargest(position => position.Lots.IsShort))
            .Count(pair => Math.Abs(pair.First - pair.Second) < 0.01);
        Assert.InRange(shared, 0, 20);
    }

    [Fact]
    public void Accounts_that_were_given_act_as_drawn_alone()
    {
        string Digest(DrawKind kind, Func<WorldParameters, WorldParameters> change) =>
            TestMarket.Digest(TestMarket.Run(change(Leaving(kind, crowd: 1))));

        Assert.NotEqual(Digest(DrawKind.Independent, world => world), Digest(DrawKind.Stratified, world => world));
        Assert.Equal(Digest(DrawKind.Independent, WithGiven), Digest(DrawKind.Stratified, WithGiven));
    }

    private static double Spread(DrawKind kind, Func<DrawKind, int, double> of)
    {
        double[] crowds = [.. Enumerable.Range(1, Crowds).Select(crowd => of(kind, crowd))];
        double mean = crowds.Average();
        return Math.Sqrt(crowds.Average(crowd => (crowd - mean) * (crowd - mean)));
    }

    private static double HeldWithHighLeverage(DrawKind kind, int crowd)
    {
        PositionView[] longs = [.. Positions(Isolated(kind, crowd)).Where(held => held.Lots.IsLong)];
        double high = longs
            .Where(held => held.Cost.MinorUnits > HighLeverage * held.IsolatedMargin.MinorUnits)
            .Sum(HeldLots);
        return high / longs.Sum(HeldLots);
    }

    private static double HeldLots(PositionView held) => held.Lots.Lots;

    private static double EntryOf(PositionView held) => (double)held.Cost.MinorUnits / held.Lots.Lots;

    private static double LeverageOf(PositionView held) =>
        Math.Abs((double)held.Cost.MinorUnits) / held.IsolatedMargin.MinorUnits;

    private static WorldParameters Isolated(DrawKind kind, int crowd)
    {
        WorldParameters world = TestWorld.Create((ulong)crowd, 16_000, "first");
        return world with { Crowd = world.Crowd with { CrossShare = 0, TwoCoinShare = 0, Draw = kind } };
    }

    private static WorldParameters WithCarry(long lots, WorldParameters world)
    {
        VenueParameters venue = world.Venues[0];
        ListingParameters first = venue.Listings[0] with { Carried = Quantity.FromLots(lots) };
        return world with { Venues = [venue with { Listings = [first, venue.Listings[1]] }] };
    }

    private static IEnumerable<PositionView> Positions(WorldParameters parameters)
    {
        VenueInWorld venue = new World(parameters).Venues[0];
        venue.Open();
        return Enumerable
            .Range(VenueInWorld.FirstTrader, venue.CrowdEnd - VenueInWorld.FirstTrader)
            .Select(account => venue.Venue.PositionOf(new AccountId(account), new InstrumentId(0)));
    }

    private static double Left(DrawKind kind, int crowd) => TestMarket.OpenInterestLeft(Leaving(kind, crowd));

    private static WorldParameters Leaving(DrawKind kind, int crowd)
    {
        WorldParameters world = TestMarket.Behaving(behaviour =>
            behaviour with
            {
                StopShare = 0,
                TakeProfitShare = 0,
                ExitShare = 0.3,
                ExitDistance = 0.01,
                DistanceSigma = 0.1,
                ExitDelay = Duration.FromSeconds(1),
                Participation = 1,
            }
        );
        return world with { CrowdSeed = new Seed((ulong)crowd), Crowd = world.Crowd with { Draw = kind } };
    }

    private static WorldParameters WithGiven(WorldParameters world) =>
        world with
        {
            Venues =
            [
                world.Venues[0] with
                {
                    GivenAccounts = [.. Enumerable.Range(1, 40).Select(number => Given(number, number % 2 == 0))],
                },
                world.Venues[1],
            ],
        };

    private static GivenAccount Given(int number, bool isLong) =>
        new(
            $"account {number}",
            MarginMode.Cross,
            Money.FromMinorUnits(100_000_000_000),
            [
                new GivenPosition(
                    new InstrumentId(0),
                    Quantity.FromLots((isLong ? 1 : -1) * (1_000 + 10 * (number / 2))),
                    Price.FromTicks(1_000_000),
                    Money.Zero,
                    Leverage.FromMultiple(2),
                    "here"
                ),
            ]
        );
}
