using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>The shipped lending markets, seed 1: what they come to, on every machine.</summary>
public sealed class LendingScenarioTests : IDisposable
{
    private readonly RunOnDisk _disk = new("lending-spiral");

    [Fact]
    public void The_shipped_lending_markets_come_to_the_same_and_leave_a_table()
    {
        RunReport report = _disk.Execute(seed: 1, threads: 2);

        Assert.Equal("b7da2c86798411a1d1b7407831074b50", report.Summary.EventLogHash);
        Assert.Equal(["aave", "compound", "maker"], report.Summary.Lending.Select(market => market.Name));
        Assert.All(report.Summary.Lending, market => Assert.True(market.Coins[0].Repaid > 0));
        RunSummary read = RunFolder.ReadSummary(report.Folder);
        Assert.Equal(report.Summary.Lending[0].Coins, read.Lending[0].Coins);
        string[] rows = File.ReadAllLines(Path.Combine(report.Folder, LendingTable.Name + ".csv"));
        Assert.Equal(1 + report.Summary.Lending.Sum(market => market.Coins.Count), rows.Length);
        Assert.All(rows[1..], row => Assert.EndsWith(",modelled", row, StringComparison.Ordinal));
    }

    public void Dispose() => _disk.Dispose();
}
