using System.Globalization;
using Breakwater.Lab;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>What a risk committee asks, as tables for people.</summary>
internal static class RiskView
{
    private const double Million = 1_000_000;

    public static void Write(IAnsiConsole terminal, EnsembleSummary ensemble)
    {
        RiskSummary risk = ensemble.Risk;
        if (risk.Funds.Count > 0)
        {
            terminal.WriteLine(
                "FUNDS GIVEN THE SHOCK (modelled, millions; exhausted: share of seeds with Wilson's 95 % interval; tail: mean of the worst 5 %)"
            );
            terminal.Write(FundsOf(risk));
            terminal.WriteLine();
            terminal.WriteLine(
                "SHARE OF SEEDS IN WHICH A FUND OF SO MUCH WOULD HAVE BEEN EXHAUSTED (multiples of its capital)"
            );
            terminal.Write(SizesOf(risk));
            terminal.WriteLine(risk.Caveat);
            terminal.WriteLine();
        }

        WriteDeleveraged(terminal, risk);
        terminal.WriteLine("WHAT THE TEN LARGEST ACCOUNTS HELD (modelled; medians over seeds)");
        terminal.Write(ConcentrationOf(ensemble));
        terminal.WriteLine();
    }

    private static Table FundsOf(RiskSummary risk)
    {
        Table table = RunView.NewTable("fund of");
        foreach (
            string column in (string[])
                ["capital", "exhausted", "95 %", "mean shortfall", "when exhausted", "tail shortfall", "tail need"]
        )
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (FundRisk fund in risk.Funds)
        {
            table.AddRow(
                fund.Venue,
                Millions(fund.Capital),
                Share(fund.Exhausted.Share),
                $"{Share(fund.Exhausted.Low)} to {Share(fund.Exhausted.High)}",
                Least(fund, fund.MeanShortfall),
                fund.MeanShortfallWhenExhausted is { } shortfall ? Least(fund, shortfall) : "never",
                Least(fund, fund.TailShortfall),
                Least(fund, fund.TailNeed)
            );
        }

        return table;
    }

    private static Table SizesOf(RiskSummary risk)
    {
        double[] multiples =
        [
            .. risk.Funds.SelectMany(fund => fund.Sizes).Select(point => point.OverCapital).Distinct().Order(),
        ];
        Table table = RunView.NewTable("fund of");
        foreach (double multiple in multiples)
        {
            table.AddColumn(RunView.Right(multiple.ToString("0.##x", CultureInfo.InvariantCulture)));
        }

        table.AddColumn(RunView.Right("size for 50 %")).AddColumn(RunView.Right("for 5 %"));
        foreach (FundRisk fund in risk.Funds)
        {
            IEnumerable<string> shares = multiples.Select(multiple =>
                fund.Sizes.FirstOrDefault(point => point.OverCapital == multiple) is { } point
                    ? Share(point.Exhausted.Share)
                    : "?"
            );
            table.AddRow([fund.Venue, .. shares, SizeFor(fund, 0.5), SizeFor(fund, 0.05)]);
        }

        return table;
    }

    private static string Least(FundRisk fund, double amount) => (fund.IsLeast ? "> " : "") + Millions(amount);

    private static string SizeFor(FundRisk fund, double probability) =>
        fund.SizesFor.FirstOrDefault(quantile => quantile.Probability == probability) is { } quantile
            ? Millions(quantile.Size)
            : "more";

    private static void WriteDeleveraged(IAnsiConsole terminal, RiskSummary risk)
    {
        if (risk.DeleveragedAccounts is not { } accounts)
        {
            return;
        }

        terminal.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"WHO MUST EXPECT TO BE DELEVERAGED (modelled, millions of one account; {accounts:N0} accounts in some seed)"
            )
        );
        Table table = RunView.NewTable("venue", "account").AddColumn(RunView.Right("stands for"));
        table.AddColumn(RunView.Right("in")).AddColumn(RunView.Right("95 %")).AddColumn(RunView.Right("expected"));
        foreach (ExpectedDeleveraging account in risk.MostDeleveraged)
        {
            table.AddRow(
                account.Venue,
                account.Name,
                account.StandsFor.ToString(CultureInfo.InvariantCulture),
                Share(account.Probability.Share),
                $"{Share(account.Probability.Low)} to {Share(account.Probability.High)}",
                (account.Notional / Million).ToString("N2", CultureInfo.InvariantCulture)
            );
        }

        terminal.Write(table);
        terminal.WriteLine();
    }

    private static Table ConcentrationOf(EnsembleSummary ensemble)
    {
        Table table = RunView
            .NewTable("venue")
            .AddColumn(RunView.Right("of forced"))
            .AddColumn(RunView.Right("at most"));
        table.AddColumn("in");
        foreach (
            IGrouping<string, Distribution> venue in ensemble.Distributions.Where(IsLargest).GroupBy(row => row.Venue)
        )
        {
            Distribution? forced = venue.FirstOrDefault(row => row.Name == "ten_largest_forced");
            Distribution? most = venue.Where(row => row.Name != "ten_largest_forced").MaxBy(row => row.P50);
            table.AddRow(
                venue.Key,
                forced is null ? "none" : Share(forced.P50),
                most is null ? "none" : Share(most.P50),
                most is null ? "" : $"{most.Coin} {most.Name.Split('_')[^1]}s"
            );
        }

        return table;
    }

    private static bool IsLargest(Distribution figure) =>
        figure.Name.StartsWith("ten_largest_", StringComparison.Ordinal);

    private static string Millions(double amount) => (amount / Million).ToString("N1", CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("P0", CultureInfo.InvariantCulture);
}
