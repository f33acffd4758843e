using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

public sealed class GivenAccountsTests : IDisposable
{
    private const string Header = "venue,account,mode,instrument,side,quantity,entry_price,margin,wallet,leverage\n";

    private readonly RunOnDisk _disk = new();

    [Fact]
    public void A_user_s_accounts_replace_the_crowd_and_each_has_its_outcome()
    {
        // 20x from 116,830.3 is liquidated below 111,434.4 = (116,830.3 - 5,841.6) / (1 - 0.4 %); 2x is not, whatever that hour did.
        string file = _disk.Write(
            "accounts.csv",
            Header
                + "binance-usdm,brave,isolated,BTCUSDT,long,1,116830.3,5841.6,0,20x\n"
                + "binance-usdm,careful,isolated,BTCUSDT,long,1,116830.3,58415.2,0,2x\n"
        );
        RunReport report = _disk.Execute(seed: 1, threads: 1, file);
        Assert.Equal(2, report.Summary.Totals.Accounts);
        Assert.Equal(1, report.Summary.Totals.AccountsLiquidated);
        string[] rows = File.ReadAllLines(Path.Combine(report.Folder, "accounts.csv"));
        Assert.StartsWith("binance-usdm,brave,2025-10-10T21:13:", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("binance-usdm,careful,,,,", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_that_would_be_liquidated_at_once_is_refused_with_its_line()
    {
        string file = _disk.Write(
            "accounts.csv",
            Header + "binance-usdm,late,isolated,BTCUSDT,long,1,125000,6250,0,20x\n"
        );
        Exception refused = Assert.ThrowsAny<Exception>(() => _disk.Execute(seed: 1, threads: 1, file));
        Assert.Contains("accounts.csv:2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("late", refused.Message, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(_disk.Parent));
    }

    public void Dispose() => _disk.Dispose();
}
