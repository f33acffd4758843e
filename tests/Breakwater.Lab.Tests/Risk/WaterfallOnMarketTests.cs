using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Where the losses of a market's run came to rest ties to its ledger, to the unit.</summary>
public sealed class WaterfallOnMarketTests : IDisposable
{
    private readonly RunOnDisk _disk = new();

    [Fact]
    public void The_parts_tie_to_the_balances_they_are_about()
    {
        var request = new RunRequest(
            CheapMarket.Content,
            "oct-10-2025",
            new Seed(1),
            null,
            Path.Combine(_disk.Parent, "run"),
            2
        )
        {
            Values = CheapMarket.Values,
        };
        RunSummary run = ScenarioRun.Execute(request, _disk, TestContext.Current.CancellationToken).Summary;

        Assert.True(
            run.Totals.UnpaidLoss > 0 && run.Totals.Deleveraged > 0,
            "the shock was too small to test anything"
        );
        foreach (VenueSummary venue in run.Venues)
        {
            WaterfallSummary all = venue.Waterfall[^1];
            Assert.Equal(all.Loss, all.TraderMargin + all.Fund + all.Winners + all.Unpaid);
            Assert.Equal(all.Loss, venue.Waterfall.SkipLast(1).Sum(coin => coin.Loss));
            Assert.Equal(venue.UnpaidLoss, all.Unpaid + venue.Fund.WrittenOff);
            Assert.Equal(venue.Fund.Capital - venue.Fund.Equity + venue.Fund.WrittenOff, all.Fund);
            Assert.Equal(venue.Fund.Capital - venue.Fund.LowestEquity, venue.Fund.Drawdown);
        }
    }

    public void Dispose() => _disk.Dispose();
}
