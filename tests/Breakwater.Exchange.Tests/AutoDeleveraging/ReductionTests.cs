using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Who gives how much of a reduction, on waves small enough to be worked by hand, and against a naive twin.</summary>
public sealed class ReductionTests
{
    private const int Rounds = 3_000;

    private static readonly ReductionPolicy[] s_policies = Enum.GetValues<ReductionPolicy>();

    // held, equity, elsewhere, score: leverages 10, 5, 2 and 1; the fourth is hedged to nothing.
    private static readonly Winner[] s_four =
    [
        Winner(100, 10, 0, 3),
        Winner(100, 20, 0, 7),
        Winner(200, 100, 0, 1),
        Winner(100, 100, -100, 5),
    ];

    [Theory]
    [InlineData(ReductionPolicy.Queue, 150, "0 100 0 50")]
    [InlineData(ReductionPolicy.Queue, 250, "50 100 0 100")]
    [InlineData(ReductionPolicy.ProRata, 150, "30 30 60 30")]
    [InlineData(ReductionPolicy.ProRata, 7, "2 1 3 1")]
    [InlineData(ReductionPolicy.LeverageDraining, 50, "50 0 0 0")]
    [InlineData(ReductionPolicy.LeverageDraining, 80, "60 20 0 0")]
    [InlineData(ReductionPolicy.LeverageDraining, 140, "80 60 0 0")]
    [InlineData(ReductionPolicy.LeverageDraining, 270, "90 80 100 0")]
    [InlineData(ReductionPolicy.LeverageDraining, 385, "95 90 150 50")]
    [InlineData(ReductionPolicy.RiskBased, 140, "80 60 0 0")]
    [InlineData(ReductionPolicy.RiskBased, 270, "90 80 100 0")]
    [InlineData(ReductionPolicy.RiskBased, 400, "100 100 200 0")]
    [InlineData(ReductionPolicy.RiskBased, 430, "100 100 200 30")]
    public void A_wave_worked_by_hand(ReductionPolicy policy, long needed, string expected)
    {
        (long[] taken, long unmet) = Share(policy, s_four, needed);

        Assert.Equal(expected, string.Join(' ', taken));
        Assert.Equal(0, unmet);
    }

    [Theory]
    [InlineData(ReductionPolicy.Queue)]
    [InlineData(ReductionPolicy.ProRata)]
    [InlineData(ReductionPolicy.LeverageDraining)]
    [InlineData(ReductionPolicy.RiskBased)]
    public void What_nobody_holds_is_named(ReductionPolicy policy)
    {
        (long[] taken, long unmet) = Share(policy, s_four, 512);

        Assert.Equal("100 100 200 100", string.Join(' ', taken));
        Assert.Equal(12, unmet);
        Assert.Equal(5, Share(policy, [], 5).Unmet);
    }

    [Fact]
    public void Equal_claims_are_decided_by_order() =>
        Assert.All(
            s_policies,
            policy =>
                Assert.Equal(
                    policy == ReductionPolicy.Queue ? "4 0 0" : "2 1 1",
                    string.Join(' ', Share(policy, [Winner(5, 5), Winner(5, 5), Winner(5, 5)], 4).Taken)
                )
        );

    [Fact]
    public void Who_has_no_equity_goes_first_and_counts_as_having_one()
    {
        Winner[] winners = [Winner(10, 1_000), Winner(10, 0), Winner(10, -50)];

        Assert.Equal("0 6 5", string.Join(' ', Share(ReductionPolicy.LeverageDraining, winners, 11).Taken));
    }

    [Fact]
    public void Each_policy_does_what_its_naive_twin_does()
    {
        var luck = new Luck(20251010);
        for (int round = 0; round < Rounds; round++)
        {
            Winner[] winners = Draw(luck);
            long needed = luck.Below(winners.Sum(winner => winner.Held.Lots) + 3);
            foreach (ReductionPolicy policy in s_policies)
            {
                long[] naive = NaiveReduction.Share(policy, winners, needed);

                (long[] taken, long unmet) = Share(policy, winners, needed);

                Assert.Equal(naive, taken);
                Assert.Equal(needed, taken.Sum() + unmet);
            }
        }
    }

    [Fact]
    public void Large_waves_are_conserved_to_the_lot_and_nobody_gives_more_than_it_holds()
    {
        var luck = new Luck(7);
        for (int round = 0; round < 40; round++)
        {
            Winner[] winners =
            [
                .. Enumerable
                    .Range(0, 500)
                    .Select(_ =>
                        Winner(
                            luck.OfAnySize(1L << 40),
                            luck.OfAnySize(1L << 50),
                            luck.Between(-(1L << 40), 1L << 40),
                            luck.Uniform()
                        )
                    ),
            ];
            long needed = (long)(winners.Sum(winner => (double)winner.Held.Lots) * luck.Uniform());
            foreach (ReductionPolicy policy in s_policies)
            {
                (long[] taken, long unmet) = Share(policy, winners, needed);

                Assert.Equal(needed, taken.Sum() + unmet);
                Assert.All(taken.Zip(winners), pair => Assert.InRange(pair.First, 0, pair.Second.Held.Lots));
            }
        }
    }

    [Fact]
    public void No_other_share_leaves_a_lower_highest_leverage_than_draining()
    {
        var luck = new Luck(3);
        for (int round = 0; round < Rounds; round++)
        {
            Winner[] winners = Draw(luck);
            long needed = luck.Below(winners.Sum(winner => winner.Held.Lots) + 1);
            double drained = Highest(winners, Share(ReductionPolicy.LeverageDraining, winners, needed).Taken);
            foreach (ReductionPolicy policy in s_policies)
            {
                Assert.True(drained <= Highest(winners, Share(policy, winners, needed).Taken) + 1e-12);
            }
        }
    }

    [Fact]
    public void Draining_twice_is_draining_once_by_the_sum()
    {
        var luck = new Luck(4);
        for (int round = 0; round < Rounds; round++)
        {
            Winner[] winners = Draw(luck);
            long first = luck.Below(winners.Sum(winner => winner.Held.Lots) / 2 + 1);
            long second = luck.Below(winners.Sum(winner => winner.Held.Lots) / 2 + 1);
            long[] one = Share(ReductionPolicy.LeverageDraining, winners, first).Taken;
            Winner[] left = [.. winners.Select((winner, i) => winner with { Held = Less(winner.Held, one[i]) })];

            long[] two = Share(ReductionPolicy.LeverageDraining, left, second).Taken;

            long[] once = Share(ReductionPolicy.LeverageDraining, winners, first + second).Taken;
            Assert.Equal(once, one.Zip(two, (a, b) => a + b));
        }
    }

    private static Quantity Less(Quantity held, long taken) => held - Quantity.FromLots(taken);

    private static double Highest(Winner[] winners, long[] taken) =>
        winners.Select((winner, i) => (winner.Held.Lots - taken[i]) / (double)Math.Max(winner.Equity, 1)).Max();

    private static Winner[] Draw(Luck luck) =>
        [
            .. Enumerable
                .Range(0, (int)luck.Between(1, 6))
                .Select(_ => Winner(luck.Below(12), luck.Between(-2, 9), luck.Between(-8, 8), luck.Below(3))),
        ];

    private static Winner Winner(long held, long equity, long elsewhere = 0, double score = 0) =>
        new(Quantity.FromLots(held), equity, Quantity.FromLots(elsewhere), score);

    private static (long[] Taken, long Unmet) Share(ReductionPolicy policy, Winner[] winners, long needed)
    {
        var taken = new Quantity[winners.Length];
        Quantity unmet = Reduction.Share(policy, winners, Quantity.FromLots(needed), taken);
        return ([.. taken.Select(quantity => quantity.Lots)], unmet.Lots);
    }
}
