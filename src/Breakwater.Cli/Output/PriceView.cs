using System.Globalization;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>How far each coin fell at each venue of a market.</summary>
internal static class PriceView
{
    public static void Write(IAnsiConsole terminal, RunSummary run)
    {
        if (run.Market.Count == 0)
        {
            return;
        }

        terminal.WriteLine("FALL OF PRICES (modelled, from just before the news to the low, middle of the book)");
        terminal.Write(FallsOf(run.Market));
        terminal.WriteLine();
    }

    private static Table FallsOf(IReadOnlyList<PriceSummary> market)
    {
        string[] venues = [.. market.Select(price => price.Venue).Distinct(StringComparer.Ordinal)];
        Table table = RunView.NewTable("coin");
        foreach (string venue in venues)
        {
            table.AddColumn(RunView.Right(venue));
        }

        table.AddColumn(RunView.Right($"low UTC, {venues[0]}"));
        foreach (IGrouping<string, PriceSummary> coin in market.GroupBy(price => price.Coin, StringComparer.Ordinal))
        {
            IEnumerable<string> falls = venues.Select(venue =>
                coin.FirstOrDefault(price => price.Venue == venue) is { } here ? Percent(here.Fall) : ""
            );
            table.AddRow([coin.Key, .. falls, TimeOfDay(coin.First().LowestAt)]);
        }

        return table;
    }

    private static string TimeOfDay(string instant) => instant[11..19];

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
