using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Accounts that a scenario names, in a run.</summary>
public sealed class WhaleRunTests : IDisposable
{
    private readonly RunOnDisk _disk = new();

    [Fact]
    public void Each_whale_has_its_outcome_beside_the_crowd()
    {
        Directory.CreateDirectory(Path.Combine(_disk.Parent, "scenarios"));
        string small = Path.Combine(AppContext.BaseDirectory, "Inputs/scenarios/small.yaml");
        string scenario = _disk.Write(
            "scenarios/with-whales.yaml",
            File.ReadAllText(small)
                + """

                whales:
                  brave:
                    value: { venue: first, coin: BTC, side: long, quantity: 90 BTC, entry: 100_000 USD, leverage: 50x, mode: isolated }
                    basis: assumed
                    source: test
                  careful:
                    value: { venue: first, coin: BTC, side: long, quantity: 90 BTC, entry: 100_000 USD, leverage: 2x, mode: cross }
                    basis: assumed
                    source: test
                """
        );
        string folder = Path.Combine(_disk.Parent, "run");
        var content = new ContentFolders(Path.Combine(AppContext.BaseDirectory, "Inputs"));
        var request = new RunRequest(content, scenario, new Seed(1), null, folder, 1);
        RunReport report = ScenarioRun.Execute(request, _disk, TestContext.Current.CancellationToken);

        Assert.Equal(262, report.Summary.Totals.Accounts);
        string[] rows = File.ReadAllLines(Path.Combine(folder, "accounts.csv"));
        Assert.StartsWith("first,brave,2025-01-01T12:0", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("first,careful,,,,", rows[2], StringComparison.Ordinal);
        Assert.True(report.Summary.Totals.Forced >= 8_000_000, "ninety coins of the brave one were sold");
    }

    public void Dispose() => _disk.Dispose();
}
