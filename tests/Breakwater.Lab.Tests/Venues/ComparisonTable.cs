using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>One table of docs/venues/README.md: what each rule set states for some of its parts.</summary>
/// <param name="Heading">Of the section that the table stands in.</param>
/// <param name="Includes">Which rule sets have a row.</param>
/// <param name="Columns">Heading of each column, and the path of what it shows.</param>
internal sealed record ComparisonTable(
    string Heading,
    Func<RuleBookEntry, bool> Includes,
    params IReadOnlyList<(string Heading, string Path)> Columns
)
{
    private const string Nothing = "–";

    public IReadOnlyList<string> Lines(IEnumerable<RuleBookEntry> entries) =>
        [
            Row(["rule set", .. Columns.Select(column => column.Heading)]),
            "|" + string.Concat(Enumerable.Repeat("---|", Columns.Count + 1)),
            .. entries.Where(Includes).Select(RowOf),
        ];

    private string RowOf(RuleBookEntry entry)
    {
        string page = entry.Name == "bybit-linear-2022" ? "bybit-linear" : entry.Name;
        return Row([$"[{entry.Name}]({page}.md)", .. Columns.Select(column => CellOf(entry, column.Path))]);
    }

    private static string CellOf(RuleBookEntry entry, string path)
    {
        StatedValue? stated = entry.StatedValues.FirstOrDefault(stated => stated.Path == path);
        return stated is null ? Nothing : WordOf(stated.Value) + MarkOf(stated.Basis);
    }

    private static string WordOf(string value) =>
        value switch
        {
            "true" => "yes",
            "false" => "no",
            _ => value,
        };

    private static string MarkOf(Basis basis) =>
        Explanation.WordOf(basis) switch
        {
            "third-party" => "ᵗ",
            "assumed" => "ᵃ",
            _ => "",
        };

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
