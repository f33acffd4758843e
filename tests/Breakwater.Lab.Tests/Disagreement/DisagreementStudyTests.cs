using System.Text.RegularExpressions;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Eight minutes after the news with four thousand accounts a venue, on curves and on books.</summary>
public sealed partial class DisagreementStudyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("breakwater-");

    [Fact]
    public void Both_kinds_are_the_same_on_any_number_of_threads_and_disagree()
    {
        Prepare();
        DisagreementReport one = Execute(threads: 1);
        DisagreementReport two = Execute(threads: 2);
        Assert.Equal(one.Rows, two.Rows);
        DisagreementRow fall = one.Rows.Single(row => row is { Name: "fall", Venue: "binance-usdm", Coin: "BTC" });
        Assert.Equal(2, fall.Seeds);
        Assert.InRange(fall.Curves, -0.02, -0.0002);
        Assert.InRange(fall.Books, -0.02, -0.0002);
        Assert.NotEqual(0, fall.Difference);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private DisagreementReport Execute(int threads) =>
        DisagreementStudy.Execute(
            new DisagreementRequest(
                new ContentFolders(_folder.FullName, AppContext.BaseDirectory),
                "brief",
                SeedList.Parse("1..2"),
                threads
            ),
            SilentProgress.Instance,
            CancellationToken.None
        );

    private void Prepare()
    {
        string shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenarios/oct-10-2025.yaml"));
        string market = TopLevel().Replace(shipped, "");
        market = Counts().Replace(market, "${key}: { value: 4000,");
        market = Fundings().Replace(market, "");
        market = market.Replace("end: 2025-10-10T22:20:00Z", "end: 2025-10-10T20:58:00Z", StringComparison.Ordinal);
        string folder = Path.Combine(_folder.FullName, "scenarios");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "brief.yaml"), market);
    }

    [GeneratedRegex(
        "^(?:observed|observables|baselines|fitted|calibration):.*\\n(?:[ #].*\\n)*",
        RegexOptions.Multiline,
        60_000
    )]
    private static partial Regex TopLevel();

    [GeneratedRegex("(?<key>accounts|population): \\{ value: [0-9_]+,", RegexOptions.None, 60_000)]
    private static partial Regex Counts();

    // They fall after the two minutes.
    [GeneratedRegex("    fundings:\\n(?:      - .*\\n)*", RegexOptions.None, 60_000)]
    private static partial Regex Fundings();
}
