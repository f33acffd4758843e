using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

/// <summary>An engine's throughput and a fund's schedule: the rule set's, unless the scenario states its own.</summary>
public sealed class EngineOfVenueTests : IDisposable
{
    private const string Schedule = """
        paysDeficits: { value: true, basis: measured, source: test }
          unwinding:
            every: { value: 7 s, basis: assumed, source: test }
            share: { value: 3 %, basis: assumed, source: test }
        """;

    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_scenario_that_states_no_schedule_has_the_rule_sets()
    {
        LeaveOutSchedule();
        _folder.Replace("venues/tiered.yaml", "paysDeficits: { value: true, basis: measured, source: test }", Schedule);

        VenueParameters venue = _folder.Read().World.Venues[0];

        Assert.Equal(Duration.FromSeconds(7), venue.UnwindInterval);
        Assert.Equal(Rate.FromFraction(3, 100), venue.UnwindShare);
    }

    [Fact]
    public void What_the_scenario_states_stands_before_the_rule_set()
    {
        _folder.Replace("venues/tiered.yaml", "paysDeficits: { value: true, basis: measured, source: test }", Schedule);

        Assert.Equal(Duration.FromSeconds(60), _folder.Read().World.Venues[0].UnwindInterval);
    }

    [Fact]
    public void Without_either_a_run_is_refused()
    {
        LeaveOutSchedule();

        Assert.Contains(
            "the key \"unwindInterval\" is missing: the rules of Tiered state no schedule for its insurance fund",
            _folder.Refusal(() => _folder.Read()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Throughput_is_without_limit_unless_one_of_them_states_it()
    {
        const string Fee = "clearanceFee: { value: 1.25 %, basis: measured, source: test }";

        Assert.Equal(int.MaxValue, ThroughputOf(_folder.Read()));

        _folder.Replace(
            "venues/tiered.yaml",
            Fee,
            $"throughput: {{ value: 50, basis: assumed, source: test }}\n  {Fee}"
        );
        Assert.Equal(50, ThroughputOf(_folder.Read()));
        Assert.Equal(
            3,
            ThroughputOf(
                ScenarioReader.Read(_folder.Content, "small", [ScenarioValue.Parse("venues.first.throughput=3")])
            )
        );
    }

    private static int ThroughputOf(Scenario scenario) => scenario.World.Venues[0].Rules.Liquidation.Throughput;

    private void LeaveOutSchedule()
    {
        _folder.Replace(
            "scenarios/small.yaml",
            "    unwindInterval: { value: 60 s, basis: assumed, source: test }\n    unwindShare: { value: 10 %, basis: assumed, source: test }\n",
            ""
        );
    }
}
