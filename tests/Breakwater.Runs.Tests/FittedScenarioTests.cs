namespace Breakwater.Runs.Tests;

/// <summary>Values that come from elsewhere than the scenario's own lines.</summary>
public sealed class FittedScenarioTests : IDisposable
{
    private const string Fitted = """

        fitted:
          crowd.notionalSigma: { low: 1, high: 4, scale: logarithmic, part: behaviour }
          venues.first.slippage: { low: 0.1 %, high: 2 %, scale: linear, part: shock }
        """;

    private const string Calibration = """
        scenario: small
        date: 2025-02-01
        engine: 0.1.0
        method: by hand
        seed: 1
        pathSeeds: 1..4
        thinning: 1
        evaluations: 10
        objective: 0.25
        objectiveBefore: 1
        values:
          crowd.notionalSigma:
            value: 3.5
            low: 1
            high: 4
            scale: logarithmic
            part: behaviour
            section: [{ value: 1, objective: 2 }]
            envelope: [{ value: 1, objective: 1 }]
          venues.first.slippage:
            value: 1 %
            low: 0.1 %
            high: 2 %
            scale: linear
            part: shock
            section: [{ value: 0.1 %, objective: 2 }]
            envelope: [{ value: 0.1 %, objective: 1 }]
        rows:
          F1: { low: -0.1, median: 0, high: 0.1, inside: true }
          F2: { inside: false }
        """;

    private readonly InputFolder _folder = new();

    public FittedScenarioTests()
    {
        Directory.CreateDirectory(_folder.PathOf("calibrations"));
        File.WriteAllText(_folder.PathOf("calibrations/small.yaml"), Calibration);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_given_value_takes_the_place_of_what_stands_there()
    {
        Scenario scenario = Read(new ScenarioValue("crowd.notionalSigma", "3"));

        Assert.Equal(3, scenario.World.Crowd.NotionalSigma);
        StatedValue stated = scenario.StatedValues.Single(value => value.Path == "crowd.notionalSigma");
        Assert.Equal(("3", Basis.Assumed, "test"), (stated.Value, stated.Basis, stated.Source));
    }

    [Fact]
    public void Parts_of_a_stated_value_have_paths_of_their_own()
    {
        Scenario scenario = Read(new ScenarioValue("crowd.components.high.medianLeverage", "20x"));

        Assert.Contains(scenario.World.Crowd.Components, component => component.MedianLeverage == 20);
    }

    [Theory]
    [InlineData(
        "crowd.notional",
        "3",
        "scenarios/small.yaml: crowd.notional: crowd has no \"notional\", known: draw, longShare, crossShare, twoCoinShare, sameSideShare, medianNotional, notionalSigma, largestNotional, components, mixtures"
    )]
    [InlineData(
        "crowd.notionalSigma",
        "-3",
        "scenarios/small.yaml: crowd.notionalSigma: \"-3\" must be a number above 0, such as \"2.6\""
    )]
    public void A_place_or_a_value_that_is_wrong_is_named(string path, string text, string message) =>
        Assert.Equal(message, _folder.Refusal(() => Read(new ScenarioValue(path, text))));

    [Fact]
    public void A_calibration_that_is_named_takes_the_place_of_values_and_says_so()
    {
        Append("\ncalibration: { file: calibrations/small.yaml, take: all }\n");
        Scenario scenario = Read();

        Assert.Equal(3.5, scenario.World.Crowd.NotionalSigma);
        Assert.Equal("1/100", scenario.World.Venues[0].Slippage.ToString());
        StatedValue stated = scenario.StatedValues.Single(value => value.Path == "crowd.notionalSigma");
        Assert.Equal((Basis.Fitted, "fitted: calibrations/small.yaml"), (stated.Basis, stated.Source));
        Assert.Contains(scenario.Files, file => file.File == "calibrations/small.yaml");
    }

    [Fact]
    public void Of_another_event_s_calibration_behaviour_alone_is_taken()
    {
        Append("\ncalibration: { file: calibrations/small.yaml, take: behaviour }\n");

        Assert.Equal(3.5, Read().World.Crowd.NotionalSigma);
        Assert.Equal("3/1000", Read().World.Venues[0].Slippage.ToString());
    }

    [Fact]
    public void What_may_be_fitted_is_read_with_what_stands_there()
    {
        Append(Fitted);
        IReadOnlyList<FittedParameter> fitted = Read().Fitted;

        Assert.Equal(["crowd.notionalSigma", "venues.first.slippage"], fitted.Select(one => one.Path));
        Assert.Equal(new MeasuredText(0.3, " %"), fitted[1].Stands);
        Assert.Equal("1.05 %", fitted[1].At(0.5).ToString());
    }

    [Fact]
    public void A_path_for_all_venues_moves_them_together()
    {
        _folder.Replace("scenarios/small.yaml", "unwindShare: { value: 100 %", "unwindShare: { value: 10 %");
        Append("\nfitted:\n  venues.*.unwindShare: { low: 1 %, high: 50 %, scale: linear, part: behaviour }\n");
        FittedParameter everywhere = Assert.Single(Read().Fitted);

        Assert.Equal("venues.*.unwindShare", everywhere.Path);
        Assert.Equal(new MeasuredText(10, " %"), everywhere.Stands);
    }

    [Theory]
    [InlineData("low: 1,", "low: 5,", "high: \"4\" must be above the low")]
    [InlineData("low: 1,", "low: 3,", "crowd.notionalSigma: \"2.6\" stands there, which lies outside of the range")]
    [InlineData("low: 1,", "low: 0,", "low: \"0\" must be above 0 on a logarithmic scale")]
    [InlineData("low: 0.1 %", "low: 0.1", "low: \"0.1\" must be written as the value itself, \"0.3 %\"")]
    [InlineData(
        "crowd.notionalSigma",
        "crowd.notionalSigm",
        "crowd.notionalSigm: crowd has no \"notionalSigm\", did you mean \"notionalSigma\"?"
    )]
    [InlineData(
        "crowd.notionalSigma",
        "crowd.mixtures",
        "crowd.mixtures: no single value stands there; go on from crowd.mixtures with one of usual"
    )]
    [InlineData("venues.first.slippage", "venues.*.rules", "venues.*.rules: no single number stands there")]
    [InlineData("part: behaviour", "part: habit", "part: \"habit\" must be one of shock, behaviour")]
    public void A_range_that_is_wrong_is_named(string from, string to, string message)
    {
        Append(Fitted.Replace(from, to, StringComparison.Ordinal));

        Assert.EndsWith(": " + message, _folder.Refusal(() => Read()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shock_has_three_values_at_most()
    {
        string[] names = ["crowd.notionalSigma", "venues.first.slippage", "crowd.longShare", "crowd.crossShare"];
        Append(
            "\nfitted:\n"
                + string.Concat(
                    names.Select(name => $"  {name}: {{ low: 0, high: 100, scale: linear, part: shock }}\n")
                )
        );

        Assert.EndsWith(
            "fitted: at most 3 values of a shock may be fitted",
            _folder.Refusal(() => Read()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_baseline_is_another_scenario_or_this_one_with_other_values()
    {
        Append(
            """

            baselines:
              given: { scenario: other }
              wide: { values: { crowd.notionalSigma: 3 } }
            """
        );
        IReadOnlyList<Baseline> baselines = Read().Baselines;

        Assert.Equal(("given", "other", 0), (baselines[0].Name, baselines[0].Scenario, baselines[0].Values.Count));
        Assert.Equal(("wide", null), (baselines[1].Name, baselines[1].Scenario));
        Assert.Equal([new ScenarioValue("crowd.notionalSigma", "3")], baselines[1].Values);
    }

    [Fact]
    public void A_baseline_without_either_is_named()
    {
        Append("\nbaselines:\n  none: {}\n");

        Assert.EndsWith(
            "none: needs either \"scenario\" or \"values\"",
            _folder.Refusal(() => Read()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_calibration_that_is_not_there_is_named()
    {
        Append("\ncalibration: { file: calibrations/none.yaml, take: all }\n");

        Assert.EndsWith(
            "file: \"calibrations/none.yaml\" is not there",
            _folder.Refusal(() => Read()),
            StringComparison.Ordinal
        );
    }

    private Scenario Read(params IReadOnlyList<ScenarioValue> values) =>
        ScenarioReader.Read(_folder.Content, "small", values);

    private void Append(string text) => File.AppendAllText(_folder.PathOf("scenarios/small.yaml"), text);
}
