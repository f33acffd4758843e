using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>The risk committee's figures of an ensemble tie to its runs.</summary>
public sealed class RiskOnMarketTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("breakwater-").FullName;

    [Fact]
    public void They_tie_to_the_runs_of_the_ensemble()
    {
        EnsembleReport report = CheapMarket.Execute(Path.Combine(_parent, "ensemble"), "1..3", threads: 2);
        RiskSummary risk = report.Summary.Risk;

        Assert.Equal(["binance-usdm", "bybit", "okx", "hyperliquid"], risk.Funds.Select(fund => fund.Venue));
        Assert.All(risk.Funds, fund => Assert.Equal(Sum(report, "fund_exhausted", fund.Venue), fund.Exhausted.Count));

        // What accounts expect adds up to what was deleveraged, to the cent of a row.
        double deleveraged = Sum(report, "deleveraged", "all");
        Assert.True(deleveraged > 0, "nothing was deleveraged, so that nothing was tested");
        double expected = Rows(report).Sum(row => row.StandsFor * row.Expected * 3);
        Assert.Equal(deleveraged, expected, tolerance: deleveraged * 1e-6);
        Assert.Equal(risk.DeleveragedAccounts, Rows(report).Sum(row => row.StandsFor));
        Assert.True(risk.MostDeleveraged.Count is > 0 and <= 10);
    }

    [Fact]
    public void They_are_the_same_on_any_number_of_threads()
    {
        EnsembleReport one = CheapMarket.Execute(Path.Combine(_parent, "one"), "1..3", threads: 1);
        EnsembleReport two = CheapMarket.Execute(Path.Combine(_parent, "two"), "1..3", threads: 2);
        foreach (string name in (string[])[EnsembleRun.SummaryName, SeedTable.Name, DeleveragingTable.Name])
        {
            Assert.Equal(
                File.ReadAllText(Path.Combine(one.Folder, name)),
                File.ReadAllText(Path.Combine(two.Folder, name))
            );
        }
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private static double Sum(EnsembleReport report, string figure, string venue) =>
        SeedTable
            .Read(report.Folder, SeedList.Parse(report.Summary.Seeds))
            .Sum(run => run.First(each => each.Name == figure && each.Venue == venue && each.Coin == "all").Value ?? 0);

    private static IEnumerable<(long StandsFor, double Expected)> Rows(EnsembleReport report) =>
        File.ReadLines(Path.Combine(report.Folder, DeleveragingTable.Name))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(row => (Number(row[^4]), double.Parse(row[^1], CultureInfo.InvariantCulture)));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
