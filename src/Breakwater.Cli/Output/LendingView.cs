using System.Globalization;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>What became of a run's lending markets.</summary>
internal static class LendingView
{
    public static void Write(IAnsiConsole terminal, RunSummary run)
    {
        if (run.Lending.Count == 0)
        {
            return;
        }

        terminal.WriteLine("LENDING (modelled, millions of dollars; prices in dollars)");
        terminal.Write(TableOf(run.Lending));
        terminal.WriteLine();
    }

    private static Table TableOf(IReadOnlyList<LendingSummary> markets)
    {
        Table table = RunView.NewTable("market", "collateral");
        string[] columns =
        [
            "loans",
            "liquidated",
            "repaid",
            "seized, coins",
            "bonus",
            "protocol",
            "sold, coins",
            "mean price",
            "bad debt",
            "uncovered",
        ];
        foreach (string column in columns)
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (LendingSummary market in markets)
        {
            foreach (LendingCoinSummary coin in market.Coins)
            {
                table.AddRow(
                    market.Name,
                    coin.Coin,
                    Number(market.Loans, "N0"),
                    Number(coin.LoansLiquidated, "N0"),
                    RunView.Millions(coin.Repaid),
                    Number(coin.Seized, "N1"),
                    RunView.Millions(coin.Bonus),
                    RunView.Millions(coin.ProtocolFee),
                    Number(coin.Sold, "N1"),
                    coin.MeanPrice is { } price ? Number(price, "N2") : "",
                    RunView.Millions(coin.BadDebt),
                    RunView.Millions(coin.Uncovered)
                );
            }
        }

        return table;
    }

    private static string Number(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
