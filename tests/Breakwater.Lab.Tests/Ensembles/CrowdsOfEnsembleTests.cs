using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>Members of one ensemble that run in worlds with crowds of their own.</summary>
public sealed class CrowdsOfEnsembleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Each_member_meets_its_own_crowd_on_any_number_of_threads(int threads)
    {
        WorldParameters first = WorldOf(1);
        WorldParameters second = WorldOf(2);
        EnsembleMember[] members =
        [
            new(first, new Seed(1)),
            new(first, new Seed(2)),
            new(second, new Seed(1)),
            new(second, new Seed(3)),
        ];
        IReadOnlyList<string> together = LogsOf(members, threads);

        Assert.Equal(members.SelectMany(member => LogsOf([member], threads: 1)), together);
        Assert.NotEqual(together[0], together[2]);
    }

    private static WorldParameters WorldOf(int crowd) =>
        ScenarioReader
            .Read(
                CheapMarket.Content,
                "oct-10-2025",
                [.. CheapMarket.Values, ScenarioValue.Parse(FormattableString.Invariant($"market.crowdSeed={crowd}"))]
            )
            .World;

    private static IReadOnlyList<string> LogsOf(IReadOnlyList<EnsembleMember> members, int threads) =>
        EnsembleRunner.Run(
            members,
            threads,
            (parameters, world) => Summarising.Of(parameters, world, "").EventLogHash,
            SilentProgress.Instance,
            TestContext.Current.CancellationToken
        );
}
