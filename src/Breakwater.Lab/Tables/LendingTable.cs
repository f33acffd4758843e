using Breakwater.Data;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What became of a run's lending markets, by market and collateral, as in its summary.</summary>
public static class LendingTable
{
    public const string Name = "lending";

    /// <summary>As Parquet and as CSV; nothing where there is no lending market.</summary>
    internal static void Write(string folder, IReadOnlyList<LendingSummary> lending)
    {
        if (lending.Count > 0)
        {
            RunTables.WriteBoth(Of(lending), folder, Name);
        }
    }

    private static Table<LendingRow> Of(IReadOnlyList<LendingSummary> lending) =>
        new Table<LendingRow>(lending.SelectMany(market => market.Coins.Select(coin => new LendingRow(market, coin))))
            .Text("market", row => row.Market.Name)
            .Text("rules", row => row.Market.Rules)
            .Text("venue", row => row.Market.Venue)
            .Text("coin", row => row.Coin.Coin)
            .Exact("deposited", row => row.Coin.Deposited)
            .Count("loans_liquidated", row => row.Coin.LoansLiquidated)
            .Count("calls", row => row.Coin.Calls)
            .Exact("repaid", row => row.Coin.Repaid)
            .Exact("seized", row => row.Coin.Seized)
            .Exact("bonus", row => row.Coin.Bonus)
            .Exact("protocol_fee", row => row.Coin.ProtocolFee)
            .Exact("sold", row => row.Coin.Sold)
            .Exact("mean_price", row => row.Coin.MeanPrice)
            .Exact("bad_debt", row => row.Coin.BadDebt)
            .Exact("oracle_price", row => row.Coin.OraclePrice)
            .Exact("uncovered", row => row.Coin.Uncovered)
            .Text("basis", _ => "modelled");

    private readonly record struct LendingRow(LendingSummary Market, LendingCoinSummary Coin);
}
