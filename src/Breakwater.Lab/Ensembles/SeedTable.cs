using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What each run of an ensemble came to, one figure a row, as CSV.</summary>
public static class SeedTable
{
    public const string Name = "seeds.csv";
    private const string Header = "seed,figure,unit,venue,coin,value";

    /// <param name="runs">In the order of their seeds.</param>
    public static void Write(string folder, IReadOnlyList<RunSummary> runs)
    {
        using var table = new StreamWriter(Path.Combine(folder, Name)) { NewLine = "\n" };
        table.WriteLine(Header);
        foreach (RunSummary run in runs)
        {
            foreach (Figure figure in RunFigures.Of(run))
            {
                string value = figure.Value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
                table.WriteLine(
                    FormattableString.Invariant(
                        $"{run.Seed},{figure.Name},{figure.Unit},{figure.Venue},{figure.Coin},{value}"
                    )
                );
            }
        }
    }
}
