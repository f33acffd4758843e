using System.Globalization;

namespace Breakwater.Lab;

/// <summary>Every figure of every seed on every side, one seed a row, as CSV.</summary>
public static class PairTable
{
    public const string Name = "pairs.csv";

    internal static void Write(string folder, SeedList seeds, IReadOnlyList<(string Label, SideRuns Runs)> sides)
    {
        using var table = new StreamWriter(Path.Combine(folder, Name)) { NewLine = "\n" };
        table.WriteLine("figure,unit,venue,coin,seed," + string.Join(',', sides.Select(side => Quoted(side.Label))));
        foreach (FigureName name in sides[0].Runs.Figures)
        {
            for (int seed = 0; seed < seeds.Count; seed++)
            {
                IEnumerable<string> values = sides.Select(side =>
                    side.Runs.Has(name) ? Text(side.Runs[name][seed]) : ""
                );
                table.WriteLine(
                    FormattableString.Invariant(
                        $"{name.Name},{name.Unit},{name.Venue},{name.Coin},{seeds.Seeds[seed].Value},{string.Join(',', values)}"
                    )
                );
            }
        }
    }

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string label) =>
        label.AsSpan().IndexOfAny(",\"") >= 0 ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : label;
}
