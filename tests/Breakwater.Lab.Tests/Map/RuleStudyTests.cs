using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Lab.Map;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests.Map;

/// <summary>What rules do to R of a drawn market, over two crowds.</summary>
public sealed class RuleStudyTests
{
    private const double Within = 10;
    private static readonly WorldParameters s_world = ThinMarket.Read().World;
    private static readonly MapConditions s_conditions = MapConditions.Of(s_world);
    private static readonly Lazy<VenueMeasure[][]> s_crowds = new(() => Measure(s_world, [new Seed(1), new Seed(2)]));
    private static readonly Lazy<InfectionAnswer> s_answer = new(() =>
        new InfectionStudy(s_world, Within, s_conditions.Horizon, s_crowds.Value).Answer()
    );

    [Fact]
    public void Rules_pull_R_the_way_that_they_must()
    {
        RuleEffect slower = Effect("fund's selling", "half as fast");
        Assert.Equal(0, slower.AtOnce.P50);
        Assert.True(slower.Sold.P50 < 0);
        RuleEffect whole = Effect("orders down by tiers", "one order for all of it");
        Assert.Equal(["bybit", "okx"], whole.Venues);
        Assert.True(whole.AtOnce.P5 > 0);
        RuleEffect byTiers = Effect("one order for all of it", "orders down by tiers");
        Assert.Equal(["binance-usdm"], byTiers.Venues);
        Assert.True(byTiers.Sold.P95 < 0);
        RuleEffect sooner = Effect("take-over threshold", "+0.1 of maintenance margin");
        Assert.Equal(["hyperliquid"], sooner.Venues);
        Assert.True(sooner.AtOnce.P95 <= 0);
        Assert.True(Effect("maintenance margin", "every rate +10 %").Sold.P5 > 0);
        Assert.True(Effect("maintenance margin", "every rate -10 %").Sold.P95 < 0);
        Assert.True(Effect("leverage cap", "5x").Then.P50 < Effect("leverage cap", "7x").Then.P50);
        Assert.All(
            s_answer.Value.Numbers,
            number => Assert.InRange(number.Sold.P50, number.AtOnce.P50 * (1 - 1e-12), double.MaxValue)
        );
    }

    [Fact]
    public void The_most_helpful_comes_first_and_every_change_is_against_the_same_crowd()
    {
        IReadOnlyList<RuleEffect> rules = s_answer.Value.Rules;
        Assert.Equal(rules.Select(rule => rule.Sold.P50).Order(), rules.Select(rule => rule.Sold.P50));
        Assert.Contains(rules, rule => rule.Sold.P5 < rule.Sold.P95);
        Band now = s_answer.Value.Restoring.Withdrawn;

        // Two crowds: medians are means.
        Assert.All(rules, rule => Assert.Equal(now.P50 + rule.Sold.P50, rule.Then.P50, 1e-9));
    }

    [Fact]
    public void What_is_more_or_less_has_a_derivative_alike_from_both_sides()
    {
        // Two drawn crowds of few accounts: what a margin can carry of the largest is a matter of depth, too.
        RuleEffect more = EffectOfRich("makers' depth", "+10 %");
        RuleEffect less = EffectOfRich("makers' depth", "-10 %");
        Assert.Equal(more.Sold.P50, more.PerTenth!.Value, 1e-12);
        Assert.Equal(-less.Sold.P50, less.PerTenth!.Value, 1e-12);
        Assert.True(more.PerTenth < 0);
        Assert.InRange(more.PerTenth.Value / less.PerTenth.Value, 0.7, 1);
        Assert.Null(Effect("orders down by tiers", "one order for all of it").PerTenth);
    }

    [Fact]
    public void What_is_needed_makes_R_one()
    {
        NeededSize depth = s_answer.Value.Restoring.Needed.Single(needed => needed.Rule == RuleChanges.Depth);
        Assert.NotNull(depth.Times);
        Assert.Equal(1, MedianWith(RuleChanges.WithDepth(s_world, depth.Times.Value)), 1e-3);
    }

    [Fact]
    public void Where_even_the_most_is_too_little_nothing_is_said_to_be_enough()
    {
        MarketParameters market = s_world.Market!;
        CoinParameters[] thin =
        [
            .. market.Coins.Select(coin => coin with { LatentDensity = coin.LatentDensity / 100 }),
        ];
        WorldParameters world = RuleChanges.WithDepth(s_world with { Market = market with { Coins = thin } }, 1e-3);
        var study = new RuleStudy(world, Within, s_conditions.Horizon, s_crowds.Value);
        RestoringAnswer answer = study.Restoring(study.Effects());
        Assert.All(answer.Needed, needed => Assert.Null(needed.Times));
        Assert.Empty(answer.Alone);
        Assert.Equal(study.Effects().Min(effect => effect.Then.P50), answer.Best.Then.P50);
    }

    [Fact]
    public void Of_each_rule_that_is_enough_alone_the_mildest_is_named()
    {
        // A market whose R is a little above 1.
        NeededSize depth = s_answer.Value.Restoring.Needed.Single(needed => needed.Rule == RuleChanges.Depth);
        WorldParameters deep = RuleChanges.WithDepth(s_world, 0.97 * depth.Times!.Value);
        var study = new RuleStudy(deep, Within, s_conditions.Horizon, s_crowds.Value);
        IReadOnlyList<RuleEffect> effects = study.Effects();
        RestoringAnswer restoring = study.Restoring(effects);
        Assert.True(restoring.Withdrawn.P50 > 1);
        Assert.Contains(restoring.Alone, effect => effect.Rule == RuleChanges.Depth);
        foreach (RuleEffect enough in restoring.Alone)
        {
            Assert.True(enough.Then.P50 < 1);
            Assert.DoesNotContain(
                effects,
                other => other.Rule == enough.Rule && other.Then.P50 < 1 && other.Then.P50 > enough.Then.P50
            );
        }

        Assert.Equal(restoring.Alone.Count, restoring.Alone.DistinctBy(effect => effect.Rule).Count());
    }

    [Fact]
    public void A_cap_sells_about_what_a_crowd_drawn_under_it_sells()
    {
        var cap = Leverage.FromMultiple(6);
        WorldParameters capped = s_world with
        {
            Venues = [.. s_world.Venues.Select(venue => venue with { Rules = Capped(venue.Rules, cap) })],
        };
        int change = RuleChange.All.ToList().FindIndex(each => each.Cap == cap);
        double own = s_crowds.Value[0].Sum(venue => Total(venue.Block));
        double putIn = s_crowds.Value[0].Sum(venue => Total(venue.Changed[change] ?? venue.Block));
        double drawn = Measure(capped, [new Seed(1)])[0].Sum(venue => Total(venue.Block));
        Assert.True(drawn < 0.8 * own, $"{drawn} of {own}");
        Assert.InRange(putIn / drawn, 0.85, 1.15);
    }

    private static double Total(InfectionBlock block) => block.Sold.Sum(row => row.Sum());

    private static VenueRules Capped(VenueRules rules, Leverage cap) =>
        rules with
        {
            Instruments =
            [
                .. rules.Instruments.Select(each => each with { Margin = each.Margin.WithLeverageUpTo(cap) }),
            ],
        };

    private static double MedianWith(WorldParameters world)
    {
        var infection = new Infection(world, Within, s_conditions.Horizon);
        return Band.Of(
            s_crowds.Value.Select(venues =>
                infection
                    .Of([.. venues.Select(venue => venue.Block.Sold)], BookState.Withdrawn, ArbitrageReach.Limited)
                    .SpectralRadius
            )
        ).P50;
    }

    private static RuleEffect Effect(string rule, string change) =>
        s_answer.Value.Rules.Single(effect => effect.Rule == rule && effect.Change == change);

    private static RuleEffect EffectOfRich(string rule, string change)
    {
        MarketParameters market = s_world.Market!;
        WorldParameters rich = s_world with
        {
            Market = market with { Arbitrage = market.Arbitrage with { CapitalOverDepth = 1e6, Capacity = 1e6 } },
        };
        return new RuleStudy(rich, Within, s_conditions.Horizon, s_crowds.Value)
            .Effects()
            .Single(effect => effect.Rule == rule && effect.Change == change);
    }

    private static VenueMeasure[][] Measure(WorldParameters world, IReadOnlyList<Seed> seeds) =>
        CrowdSeries.Measure(
            world,
            seeds,
            2,
            (_, venue) => VenueMeasure.Of(world, venue, s_conditions, Within),
            SilentProgress.Instance,
            CancellationToken.None
        );
}
