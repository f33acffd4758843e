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

    /// <returns>By seed, each with the same figures.</returns>
    /// <exception cref="InputException">The table is not there, or not that of the seeds.</exception>
    internal static IReadOnlyList<IReadOnlyList<Figure>> Read(string folder, SeedList seeds)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new InputException($"{path}: is not there; the folder is no whole ensemble");
        }

        IGrouping<string, string[]>[] runs =
        [
            .. File.ReadLines(path)
                .Skip(1)
                .Select(line => line.Split(','))
                .GroupBy(row => row[0], StringComparer.Ordinal),
        ];
        bool isWhole = runs.Select(run => run.Key)
            .SequenceEqual(seeds.Seeds.Select(seed => seed.Value.ToString(CultureInfo.InvariantCulture)));
        return isWhole
            ? [.. runs.Select(run => run.Select(row => FigureOf(row, path)).ToArray())]
            : throw new InputException($"{path}: is not the table of the seeds {seeds}");
    }

    private static Figure FigureOf(string[] row, string path)
    {
        double value = 0;
        bool isFigure =
            row.Length == 6
            && (
                row[5].Length == 0
                || double.TryParse(row[5], NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            );
        return isFigure
            ? new Figure(row[1], row[2], row[3], row[4], row[5].Length == 0 ? null : value)
            : throw new InputException($"{path}: \"{string.Join(',', row)}\" is no figure of a run");
    }
}
