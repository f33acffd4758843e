using System.Globalization;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>How forced selling fed itself in a market.</summary>
internal static class GenerationView
{
    private const int RatiosShown = 5;

    // Of all that was forced: a coin with less is in the summary alone.
    private const double SmallestShare = 0.02;

    public static void Write(IAnsiConsole terminal, RunSummary run)
    {
        if (run.Generations.Count == 0 || run.Generations[0].Multiplier is null)
        {
            return;
        }

        terminal.WriteLine("R BY GENERATION (modelled; forced volume over that of the generation that caused it)");
        terminal.Write(TableOf(run.Generations));
        terminal.WriteLine();
    }

    private static Table TableOf(IReadOnlyList<GenerationSummary> generations)
    {
        Table table = RunView.NewTable("coin").AddColumn(RunView.Right("first, $M"));
        for (int generation = 2; generation < RatiosShown + 2; generation++)
        {
            table.AddColumn(RunView.Right(string.Create(CultureInfo.InvariantCulture, $"R{generation}")));
        }

        table.AddColumn(RunView.Right("all / first"));
        double smallest = SmallestShare * generations[0].Volumes.Sum();
        foreach (GenerationSummary coin in generations.Where(coin => coin.Volumes.Sum() >= smallest))
        {
            string first = RunView.Millions((decimal)coin.Volumes[0]);
            table.AddRow([coin.Coin, first, .. coin.Ratios.Take(RatiosShown).Select(Number), Number(coin.Multiplier)]);
        }

        return table;
    }

    private static string Number(double? value) => value?.ToString("N2", CultureInfo.InvariantCulture) ?? "";
}
