using Breakwater.Domain;

namespace Breakwater.Runs.Tests;

/// <summary>Policies and single values that are laid over a scenario.</summary>
public sealed class OverlayTests : IDisposable
{
    private static readonly ContentFolders s_shipped = new(AppContext.BaseDirectory);

    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_policy_multiplies_wherever_its_path_leads()
    {
        Scenario plain = _folder.Read();
        Scenario richer = ScenarioReader.Read(_folder.Content, "small+richer");

        Assert.Equal("small+richer", richer.Name);
        Assert.Equal(
            plain.World.Venues.Select(venue => 3 * venue.FundCapital.MinorUnits),
            richer.World.Venues.Select(venue => venue.FundCapital.MinorUnits)
        );
        Assert.Contains(richer.Files, file => file.File == "policies/richer.yaml");
        ScenarioValue change = Assert.Single(richer.Changes);
        Assert.Equal(new ScenarioValue("venues.*.fundCapital", "* 3", "policies/richer.yaml", Basis.Assumed), change);
    }

    [Fact]
    public void Another_crowd_is_a_value_like_any_other()
    {
        ScenarioValue[] second = [ScenarioValue.Parse("market.crowdSeed=2")];
        Scenario market = ScenarioReader.Read(s_shipped, "oct-10-2025", second);
        Scenario given = ScenarioReader.Read(s_shipped, "nov-04-2025");

        Assert.Equal((new Seed(2), new Seed(2)), (market.World.CrowdSeed, market.World.SharedCrowd));
        Assert.Equal(new Seed(1), given.World.SharedCrowd);
    }

    [Fact]
    public void What_stood_in_the_file_remains_in_sight()
    {
        StatedValue stated = ScenarioReader
            .Read(_folder.Content, "small+richer")
            .StatedValues.Single(value => value.Path == "venues.first.fundCapital");

        Assert.Equal(("3000000 USDT", Basis.Assumed), (stated.Value, stated.Basis));
        Assert.Equal("policies/richer.yaml, in place of 1_000_000 USDT", stated.Source);
    }

    [Fact]
    public void Later_ones_have_the_last_word()
    {
        Assert.Equal(9_000_000, CapitalOf("small+richer+richer"));
        Assert.Equal(5, CapitalOf("small+richer", "venues.first.fundCapital=5 USDT"));
        Assert.Equal(10, CapitalOf("small", "venues.first.fundCapital=5 USDT", "venues.*.fundCapital=* 2"));
    }

    [Fact]
    public void A_policy_and_a_scenario_may_be_files_anywhere()
    {
        string elsewhere = _folder.PathOf("mine.yaml");
        File.Move(_folder.PathOf("policies/richer.yaml"), elsewhere);
        Scenario read = ScenarioReader.Read(_folder.Content, $"{_folder.PathOf("scenarios/small.yaml")}+{elsewhere}");

        Assert.Equal("small+mine", read.Name);
        Assert.Equal(3_000_000, Currency.Usdt.ToDecimal(read.World.Venues[0].FundCapital));
    }

    [Fact]
    public void A_value_that_a_scenario_may_leave_out_can_be_added()
    {
        Scenario capped = Read("venues.first.leverageCap=10x");

        StatedValue stated = capped.StatedValues.Single(value => value.Path == "venues.first.leverageCap");
        Assert.Equal(("10x", Basis.Assumed, "--set"), (stated.Value, stated.Basis, stated.Source));
        Assert.All(
            capped.World.Venues[0].Rules.Instruments,
            listed => Assert.Equal(Leverage.FromMultiple(10), listed.Margin.HighestLeverage)
        );
    }

    [Fact]
    public void A_cap_on_leverage_leaves_maintenance_margin_as_it_is()
    {
        Scenario plain = _folder.Read();
        Scenario capped = Read("venues.*.leverageCap=3x");
        for (int venue = 0; venue < 2; venue++)
        {
            var before = plain.World.Venues[venue].Rules.Instruments[0].Margin.Tiers.ToArray();
            var after = capped.World.Venues[venue].Rules.Instruments[0].Margin.Tiers.ToArray();
            Assert.Equal(
                before.Select(tier => (tier.Floor, tier.MaintenanceRate, tier.Deduction)),
                after.Select(tier => (tier.Floor, tier.MaintenanceRate, tier.Deduction))
            );
            Assert.All(after, tier => Assert.True(tier.MaxLeverage <= Leverage.FromMultiple(3)));
        }
    }

    [Theory]
    [InlineData("venues.first.slippage=* 2", "0.6 %")]
    [InlineData("venues.first.slippage=*1/3", "0.1 %")]
    [InlineData("venues.first.fundCapital=* 0.5", "500000 USDT")]
    [InlineData("venues.first.unwindInterval=* 2", "120 s")]
    [InlineData("crowd.notionalSigma=* 1.5", "3.9")]
    public void A_multiple_keeps_the_unit(string change, string value)
    {
        string path = change[..change.IndexOf('=', StringComparison.Ordinal)];
        Assert.Equal(value, Read(change).StatedValues.Single(stated => stated.Path == path).Value);
    }

    [Theory]
    [InlineData("venues.frist.slippage=1 %", "venues.frist.slippage: venues has no \"frist\", did you mean \"first\"?")]
    [InlineData("marketing=1", "marketing: the scenario has no \"marketing\", did you mean \"market\"?")]
    [InlineData("market.switches.liquidations=false", "market.switches.liquidations: the scenario has no market")]
    [InlineData(
        "venues.first.slippage=much",
        "venues.first.slippage: \"much\" must be a share from 0 % to 100 %, such as \"0.3 %\" or \"2/3\""
    )]
    [InlineData(
        "crowd.mixtures=1",
        "crowd.mixtures: no single value stands there; go on from crowd.mixtures with one of usual"
    )]
    [InlineData(
        "venues.second.slippage=* 2",
        "venues.second.slippage: \"1/200\" stands at venues.second.slippage, which is no number that could be multiplied"
    )]
    [InlineData("venues.*.leverageCap=* 2", "venues.*.leverageCap: nothing stands there that could be multiplied")]
    [InlineData("title.word=x", "title.word: title is a single value, nothing stands below it")]
    [InlineData(
        "venues.first.fundings.3.rate=1 %",
        "venues.first.fundings.3.rate: venues.first.fundings has no \"3\", did you mean \"0\"?"
    )]
    [InlineData(
        "venues.first.listings.BTC.openInterest=5_000 ETH",
        "venues.first.listings.BTC.openInterest: \"5_000 ETH\" must be in BTC"
    )]
    public void A_place_or_a_value_that_is_wrong_is_named(string change, string message) =>
        Assert.Equal("--set: " + message, _folder.Refusal(() => Read(change)));

    [Fact]
    public void What_a_user_puts_there_stands_whatever_a_fit_may_do()
    {
        File.AppendAllText(
            _folder.PathOf("scenarios/small.yaml"),
            """

            fitted:
              crowd.notionalSigma: { low: 1, high: 4, scale: logarithmic, part: behaviour }
              venues.first.slippage: { low: 0.1 %, high: 2 %, scale: linear, part: behaviour }
            """
        );
        Assert.Equal(["crowd.notionalSigma"], Read("venues.*.slippage=9 %").Fitted.Select(fitted => fitted.Path));
        Assert.Equal(["venues.first.slippage"], Read("crowd.notionalSigma=9").Fitted.Select(fitted => fitted.Path));
        Assert.Equal(2, Read("venues.second.slippage=9 %").Fitted.Count);
    }

    [Theory]
    [InlineData("venues.first.slippage")]
    [InlineData("=3")]
    [InlineData("x=")]
    public void What_is_no_path_and_value_is_refused(string text) =>
        Assert.Equal(
            $"--set: \"{text}\" must be a path and a value, such as \"market.shock.size=6 %\"",
            Assert.Throws<InputException>(() => ScenarioValue.Parse(text)).Message
        );

    [Theory]
    [InlineData("small+richr", "there is no policy \"richr\", did you mean \"richer\"?")]
    [InlineData("small+", "\"small+\" must be a scenario, perhaps with policies, such as \"oct-10-2025+fund-doubled\"")]
    [InlineData("small+no/where", "no/where: no such file")]
    public void A_policy_that_is_not_there_is_named(string scenario, string message) =>
        Assert.Equal(message, _folder.Refusal(() => ScenarioReader.Read(_folder.Content, scenario)));

    [Fact]
    public void A_policy_s_path_that_leads_nowhere_is_answered_with_its_file()
    {
        _folder.Replace("policies/richer.yaml", "fundCapital", "fundCapitel");

        Assert.Equal(
            "policies/richer.yaml: venues.*.fundCapitel: venues.first has no \"fundCapitel\", did you mean \"fundCapital\"?",
            _folder.Refusal(() => ScenarioReader.Read(_folder.Content, "small+richer"))
        );
    }

    [Fact]
    public void Policies_are_listed_by_name_a_broken_one_with_what_is_wrong()
    {
        File.WriteAllText(_folder.PathOf("policies/broken.yaml"), "title: Broken\nreasoning: none\n");
        IReadOnlyList<Policy> policies = _folder.Content.Policies();

        Assert.Equal(["broken", "calmer", "richer"], policies.Select(policy => policy.Name));
        Assert.Equal("policies/broken.yaml:1: the key \"source\" is missing", policies[0].Title);
        Assert.Equal("Does it matter?", policies[2].Reasoning);
    }

    private decimal CapitalOf(string scenario, params string[] changes) =>
        Currency.Usdt.ToDecimal(
            ScenarioReader
                .Read(_folder.Content, scenario, [.. changes.Select(ScenarioValue.Parse)])
                .World.Venues[0]
                .FundCapital
        );

    private Scenario Read(string change) =>
        ScenarioReader.Read(_folder.Content, "small", [ScenarioValue.Parse(change)]);
}
