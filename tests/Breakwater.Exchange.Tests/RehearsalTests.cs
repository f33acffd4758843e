using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>What a rehearsal says the ladder would do is what the ladder does.</summary>
public sealed class RehearsalTests
{
    private const int Markets = 60;

    public static TheoryData<LadderKind> Ladders =>
        [
            LadderKind.OneOrder,
            LadderKind.ShareThenAll,
            LadderKind.Slices,
            LadderKind.TierByTier,
            LadderKind.TwoTiersDown,
            LadderKind.TakeOver,
            LadderKind.BlockLimits,
            LadderKind.CoverShortage,
            LadderKind.TimedDisposal,
        ];

    [Theory]
    [MemberData(nameof(Ladders))]
    public void While_one_mark_moves_every_step_comes_as_rehearsed(LadderKind ladder)
    {
        int steps = 0;
        for (ulong seed = 1; seed <= 2 * Markets; seed++)
        {
            var market = new RehearsalMarket(seed, ladder);
            int direction = seed % 2 == 0 ? 1 : -1;
            IReadOnlyList<RehearsedOrder> rehearsed = market.Rehearse(market.OthersStay, direction);
            IReadOnlyList<RehearsedOrder> played = market.Play(direction);
            steps += played.Count;
            Assert.Equal(played.Select(Key), rehearsed.Select(Key));
        }

        Assert.True(steps > 30 * Markets, $"{steps} steps are too few to show anything");
    }

    [Theory]
    [MemberData(nameof(Ladders))]
    public void While_all_marks_move_the_first_step_comes_at_the_first_mark_that_liquidates(LadderKind ladder)
    {
        int steps = 0;
        for (ulong seed = 1; seed <= Markets; seed++)
        {
            var market = new RehearsalMarket(seed, ladder);
            foreach (int direction in (ReadOnlySpan<int>)[-1, 1])
            {
                steps += AssertFirstStepsAreInTime(market, direction, $"seed {seed}");
            }
        }

        Assert.True(steps > 20 * Markets, $"{steps} steps are too few to show anything");
    }

    [Theory]
    [MemberData(nameof(Ladders))]
    public void Nobody_is_left_out_while_all_marks_move(LadderKind ladder)
    {
        for (ulong seed = 1; seed <= Markets; seed++)
        {
            var market = new RehearsalMarket(seed, ladder);
            MarkRay ray = market.Together;
            var closed = market.Rehearse(ray, -1).Select(Owner).ToHashSet();
            for (int account = 2; account < RehearsalMarket.Accounts + 2; account++)
            {
                long last = RehearsalMarket.Start - RehearsalMarket.Reach;
                Assert.Equal(closed.Contains(account), market.SomethingIsLiquidatable(account, ray, last));
            }
        }
    }

    [Fact]
    public void A_follower_s_mark_is_its_share_of_the_move_rounded_down_and_at_least_a_tick()
    {
        Price[] origins = [Price.FromTicks(1_000), Price.FromTicks(300), Price.FromTicks(7)];
        var ray = new MarkRay(
            origins,
            new InstrumentId(0),
            [Rate.Zero, Rate.FromFraction(3, 2), Rate.FromFraction(-1, 1)]
        );
        Assert.Equal([900, 255, 7], Enumerable.Range(0, 3).Select(i => ray.MarkOf(i, 900).Ticks));
        Assert.Equal([999, 299, 7], Enumerable.Range(0, 3).Select(i => ray.MarkOf(i, 999).Ticks));
        Assert.Equal([100, 1, 13], Enumerable.Range(0, 3).Select(i => ray.MarkOf(i, 100).Ticks));
    }

    private static int AssertFirstStepsAreInTime(RehearsalMarket market, int direction, string where)
    {
        MarkRay ray = market.Together;
        IGrouping<int, RehearsedOrder>[] accounts = [.. market.Rehearse(ray, direction).GroupBy(Owner)];
        foreach (IGrouping<int, RehearsedOrder> account in accounts)
        {
            IEnumerable<long> marks = account.Select(order => order.Leader.Ticks);
            long at = direction < 0 ? marks.Max() : marks.Min();
            Assert.True(market.SomethingIsLiquidatable(account.Key, ray, at), $"{where}: {account.Key} early");
            bool wasAtStart = at == RehearsalMarket.Start;
            bool late = !wasAtStart && market.SomethingIsLiquidatable(account.Key, ray, at - direction);
            Assert.False(late, $"{where}: {account.Key} late at {at}");
        }

        return accounts.Length;
    }

    private static (int, int, long, long, bool) Key(RehearsedOrder order) =>
        (order.Account.Index, order.Instrument.Index, order.Lots.Lots, order.Leader.Ticks, order.IsTakenOver);

    private static int Owner(RehearsedOrder order) => order.Account.Index;
}
