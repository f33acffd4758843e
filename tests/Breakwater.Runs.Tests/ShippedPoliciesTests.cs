using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

/// <summary>What each shipped policy does to the market of 10 October 2025, and what it leaves as it is.</summary>
public sealed class ShippedPoliciesTests
{
    private static readonly ContentFolders s_shipped = new(AppContext.BaseDirectory);
    private static readonly WorldParameters s_plain = ScenarioReader.Read(s_shipped, "oct-10-2025").World;

    public static TheoryData<string> Names => [.. s_shipped.Policies().Select(policy => policy.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Policy_reads_and_says_why(string name)
    {
        Policy policy = s_shipped.Policies().Single(policy => policy.Name == name);
        Scenario scenario = ScenarioReader.Read(s_shipped, $"oct-10-2025+{name}");

        Assert.All([policy.Title, policy.Reasoning, policy.Source], text => Assert.True(text.Length > 10, text));
        Assert.NotEmpty(scenario.Changes);
    }

    [Fact]
    public void Switches_turn_off_what_they_name_and_nothing_else()
    {
        Switches on = Switches.AllOn;
        Assert.Equal(on with { Liquidations = false }, With("liquidations-off").Market!.Switches);
        Assert.Equal(on with { MakersWithdraw = false }, With("makers-steady").Market!.Switches);
        Assert.Equal(on with { MakersDeleveraged = false }, With("makers-spared").Market!.Switches);
        Assert.Equal(on with { Feedback = false }, With("no-feedback").Market!.Switches);
    }

    [Theory]
    [InlineData("fund-doubled", 2)]
    [InlineData("fund-empty", 0)]
    public void Funds_hold_a_multiple(string policy, long factor) =>
        Assert.Equal(
            s_plain.Venues.Select(venue => factor * venue.FundCapital.MinorUnits),
            With(policy).Venues.Select(venue => venue.FundCapital.MinorUnits)
        );

    [Fact]
    public void Inventory_is_sold_at_a_quarter_of_the_pace() =>
        Assert.Equal(
            s_plain.Venues.Select(venue => (decimal)venue.UnwindShare.Numerator / venue.UnwindShare.Denominator / 4),
            With("unwinding-slower").Venues.Select(v => (decimal)v.UnwindShare.Numerator / v.UnwindShare.Denominator)
        );

    [Fact]
    public void Makers_hold_three_times_the_carry_and_nothing_else_is_changed()
    {
        MakerParameters plain = s_plain.Market!.Makers;
        Assert.Equal(
            s_plain.Market with
            {
                Makers = plain with { CarryShare = 0.45 },
            },
            With("makers-carry").Market! with
            {
                Coins = s_plain.Market.Coins,
                Lending = s_plain.Market.Lending,
            }
        );
    }

    [Fact]
    public void One_account_holds_the_reported_short()
    {
        WorldParameters with = With("whale-short");
        GivenAccount whale = Assert.Single(with.Venues.SelectMany(venue => venue.Whales));
        Assert.Equal(-500_000_000, whale.Positions[0].Lots.Lots);
        Assert.Empty(s_plain.Venues.SelectMany(venue => venue.Whales));
        Assert.Equal(
            s_plain.Venues.Select(venue => venue.Listings[0].OpenInterest),
            with.Venues.Select(venue => venue.Listings[0].OpenInterest)
        );
    }

    [Fact]
    public void Under_the_cap_no_tier_of_any_venue_gives_more_than_ten_times()
    {
        Leverage[] highest =
        [
            .. With("leverage-10x")
                .Venues.SelectMany(venue => venue.Rules.Instruments)
                .Select(listed => listed.Margin.HighestLeverage),
        ];

        Assert.Equal(60, highest.Length);
        Assert.Equal(Leverage.FromMultiple(10), highest.Max());
        Assert.Equal(s_plain.Crowd.Components, With("leverage-10x").Crowd.Components);
    }

    [Fact]
    public void What_is_left_out_is_drawn_alone_and_sinks_in_evenly()
    {
        WorldParameters plain = ScenarioReader.Read(s_shipped, "oct-10-2025").World;
        WorldParameters silent = ScenarioReader.Read(s_shipped, "lending-spiral").World;

        Assert.Equal((DrawKind.Stratified, NewsCourse.WordOfMouth), (plain.Crowd.Draw, plain.Market!.Shock.Course));
        Assert.Equal((DrawKind.Independent, NewsCourse.Even), (silent.Crowd.Draw, silent.Market!.Shock.Course));
    }

    private static WorldParameters With(string policy) => ScenarioReader.Read(s_shipped, $"oct-10-2025+{policy}").World;
}
