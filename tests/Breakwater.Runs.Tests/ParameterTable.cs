using System.Text.Json.Nodes;

namespace Breakwater.Runs.Tests;

/// <summary>The table of a model's parameters on its page: what each means, what it may be, and what 10 October 2025 has.</summary>
/// <param name="Page">In docs/models/, without extension.</param>
/// <param name="Heading">Of the section that the table stands in.</param>
/// <param name="Paths">In order; "*" stands for any key, and "x.*" at the end for each key by itself.</param>
internal sealed record ParameterTable(string Page, string Heading, params IReadOnlyList<string> Paths)
{
    public const string FirstColumn = "| parameter |";

    private static readonly JsonNode s_schema = JsonNode.Parse(Schemas.Scenario)!;

    public IReadOnlyList<string> Lines(IReadOnlyList<StatedValue> stated) =>
        [
            $"{FirstColumn} meaning | may be | oct-10-2025 | basis | source |",
            "|---|---|---|---|---|---|",
            .. RowsIn(stated).Select(LineOf),
        ];

    /// <summary>By path as the table has it, every value that it leads to; not empty.</summary>
    public IEnumerable<(string Path, StatedValue[] Values)> RowsIn(IReadOnlyList<StatedValue> stated) =>
        Paths.SelectMany(path =>
            path.EndsWith(".*", StringComparison.Ordinal)
                ? stated.Where(value => Fits(path, value.Path)).Select(value => (value.Path, Values: new[] { value }))
                : [(path, Values: stated.Where(value => Fits(path, value.Path)).ToArray())]
        );

    public static bool Fits(string pattern, string path)
    {
        string[] keys = path.Split('.');
        string[] expected = pattern.Split('.');
        return keys.Length == expected.Length
            && keys.Zip(expected).All(pair => pair.Second == "*" || pair.First == pair.Second);
    }

    private static string LineOf((string Path, StatedValue[] Values) row)
    {
        string[] cells =
        [
            $"`{row.Path}`",
            MeaningOf(row.Path),
            ParameterRanges.Of(row.Path, row.Values[0].Value).Text,
            ValueOf(row.Values),
            string.Join(", ", row.Values.Select(value => WordOf(value.Basis)).Distinct().Order(StringComparer.Ordinal)),
            SourceOf(row.Values),
        ];
        return $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
    }

    private static string MeaningOf(string path)
    {
        JsonNode node = s_schema;
        string meaning = "";
        foreach (string key in path.Split('.'))
        {
            node = node["properties"]?[key] ?? node["additionalProperties"]!;
            meaning = (string?)node["description"] ?? meaning;
        }

        return meaning.TrimEnd('.');
    }

    private static string ValueOf(StatedValue[] values)
    {
        string[] texts = [.. values.Select(value => value.Value).Distinct()];
        return texts.Length == 1 ? texts[0] : $"{Extreme(texts, least: true)} to {Extreme(texts, least: false)}";
    }

    private static string Extreme(string[] texts, bool least)
    {
        IOrderedEnumerable<string> ordered = texts.OrderBy(text =>
            MeasuredText.TryParse(text, out MeasuredText value) ? value.Number : 0
        );
        return least ? ordered.First() : ordered.Last();
    }

    private static string SourceOf(StatedValue[] values)
    {
        string[] sources = [.. values.Select(value => value.Source).Distinct()];
        return sources.Length == 1 ? sources[0] : $"{sources.Length} sources, in the file";
    }

    private static string WordOf(Basis basis) =>
        basis == Basis.ThirdParty ? "third-party" : $"{basis}".ToLowerInvariant();
}
